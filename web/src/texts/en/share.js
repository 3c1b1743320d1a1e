// The sentences of sharing: the dialog, a teacher's words, controls that are hidden.
import { formatCount } from "../../lib/format.js";

export const share = {
  button: "Share",
  buttonHelp: "A link that brings back this very run, for others or for later.",
  title: "Share this lab",
  close: "Close",
  noRun: "There is no run to share yet. Wait until the lab has started.",

  link: "Link to this lab",
  linkHelp: {
    /** @param {number} step */
    plane: (step) =>
      `It opens the lab with these settings, this seed and these layers, at step ${formatCount(step)}, and starts nothing by itself.`,
    /** @param {number} step */
    image: (step) =>
      `It opens the panel with these data, networks and settings and this seed, at step ${formatCount(step)}, and starts nothing by itself.`,
  },
  scripted: "What was changed during the run is part of the link, and happens again at the same steps.",
  inexact:
    "A link cannot hold all that made this run, a file or very many changes. It begins at step 0 with the present settings; save the model to keep the run itself.",
  ownComputer:
    "This lab answers to this computer alone, so the link works only here. The README says how to let a class in.",
  /** @param {number} length @param {number} most */
  tooLong: (length, most) =>
    `These settings are too long for a link: ${formatCount(length)} of at most ${formatCount(most)} characters. ` +
    "Fewer drawn points make it shorter; a saved model has no limit.",
  copy: "Copy",
  copied: "Copied",
  notCopied: "Press Ctrl C",

  classTitle: "For a class",
  prompt: "Your words, above the lab",
  promptExample: "Which group of dots do the fakes find last? Why?",
  /** @param {number} count */
  left: (count) => `${formatCount(count)} characters left`,
  promptTitle: "A task from whoever shared this",
  promptDismiss: "Put the task away",
  hide: "Hide what would distract",
  groups: {
    settings: "Settings and edit mode",
    presets: "Presets",
    data: "Distributions",
    draw: "Draw and upload",
    steps: "Step buttons",
    slow: "Slow motion",
    speed: "Speed",
    theory: "Loss theory",
    metrics: "Metrics and charts",
    layers: "Layers",
    export: "Share and export",
  },
  theme: "Colours",
  themes: {
    own: "as the reader has them",
    light: "light",
    dark: "dark",
    "light-colour-blind": "light, colour-blind",
    "dark-colour-blind": "dark, colour-blind",
  },
  showAll: "Show all controls",
  showAllHelp: "Some are hidden, by you or by the link that opened this lab.",

  qr: "QR code",
  qrLabel: "QR code of the link",
  qrLong: "The link is too long for a QR code that a phone can read.",

  embedTitle: "Inside another page",
  embed: "Code for the other page",
  /** @param {string[]} origins */
  embedOn: (origins) => `Pages of ${origins.join(", ")} may show this lab.`,
  embedToken:
    "Where the lab has a token, visitors see it only if that page belongs to the same site: browsers keep the cookie back from others.",
  embedOff: "Off: no other page may show this lab. Whoever runs the server allows sites by name with",
  embedOffThen: "and a restart.",
  embedUnknown: "The server cannot be reached, so it is not known whether other pages may show this lab.",
};
