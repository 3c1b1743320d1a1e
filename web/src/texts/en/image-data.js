// The sentences of image data: sets that are not here yet, and images of one's own.
import { formatCount } from "../../lib/format.js";

/** @param {number} bytes */
const megabytes = (bytes) => `${formatCount(Math.ceil(bytes / 1e6))} MB`;

export const imageData = {
  /** @param {string} label */
  title: (label) => `${label} is not on this server yet.`,
  /** @param {string} size @param {string} origin */
  offer: (size, origin) => `${size ? `${size}. ` : ""}${origin ? `It comes from ${origin} and is kept; the download takes minutes.` : ""}`,
  /** @param {number} examples @param {number[]} shape */
  size: (examples, shape) =>
    `${formatCount(examples)} images of ${shape.join(" × ")}, ${megabytes(examples * shape.reduce((a, b) => a * b, 1))} once unpacked`,
  fetch: "Fetch",
  again: "Try again",
  cancel: "Cancel",
  close: "Close",
  train: "Train on these",
  /** @param {string} label */
  onItsWay: (label) => `${label} is on its way.`,
  /** @param {string} label */
  here: (label) => `${label} is here now.`,
  /** @param {string} label */
  failed: (label) => `${label} did not come.`,
  byHandTitle: "Without the internet",
  /** @param {string} how */
  byHand: (how) => `On the server, ${how}, then press Fetch.`,
  sheetTitle: "Your own images",
  choose: "Choose files, or drop them here",
  chooseHelp: "PNG or JPEG pictures, several at once; or one NPZ file; or an IDX file, with one of labels if you have it. Up to 10 MiB.",
  sizeLabel: "Size",
  /** @param {number} side */
  side: (side) => `${side} × ${side}`,
  colour: "In colour",
  nothing: "Pictures are cut to the square in their middle and made small.",
  reading: "Reading",
  /** @param {{examples: number, shape: number[], names: string[]}} facts */
  read: ({ examples, shape: [channels, height, width], names }) =>
    `${formatCount(examples)} pictures, ${height} × ${width}, ${channels === 3 ? "in colour" : "grey"}` +
    `${names.length > 0 ? `, ${formatCount(names.length)} classes` : ""}`,
  /** What a refusal is about, where no file can be named. @type {Record<string, string>} */
  parts: { images: "Images", labels: "Labels" },
  /** @param {string} number as English writes it */
  found: (number) => `Found: ${number}.`,
  noFile: "There is no file in this.",
  /** @param {number} bytes @param {number} files */
  tooMuch: (bytes, files) => `That is too much: ${formatCount(files)} files of ${megabytes(bytes)}. Up to 2,000 files of 10 MiB together can be read.`,
};
