// What the page says where a rule makes it easier for D: softened labels, noise on what it sees.
import { formatNumber } from "../../lib/format.js";

export const softened = {
  /** @param {number} label */
  label: (label) => `Label smoothing: for D, real samples count as ${formatNumber(label)}, not 1.`,
  /** @param {number} std */
  noise: (std) =>
    std > 0
      ? `Instance noise: D sees every sample blurred, σ now ${formatNumber(std)}.`
      : "Instance noise has faded to 0: D sees every sample as it is.",
  now: "now",
};
