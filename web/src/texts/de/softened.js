// German: softened labels, and noise on what D sees.
import { formatNumber } from "../../lib/format.js";

/** @type {typeof import("../en/softened.js").softened} */
export const softened = {
  label: (label) => `Weiche Labels: Für D zählen echte Punkte als ${formatNumber(label)}, nicht als 1.`,
  noise: (std) =>
    std > 0
      ? `Unschärfe: D sieht alle Punkte verwischt, σ jetzt ${formatNumber(std)}.`
      : "Die Unschärfe ist auf 0 gesunken: D sieht alle Punkte, wie sie sind.",
  now: "jetzt",
};
