// Deutsch: Bilddaten, die noch nicht da sind, und eigene Bilder.
import { formatCount } from "../../lib/format.js";

/** @param {number} bytes */
const megabytes = (bytes) => `${formatCount(Math.ceil(bytes / 1e6))} MB`;

/** @type {import("../../texts.js").Texts["imageData"]} */
export const imageData = {
  title: (label) => `${label} ist noch nicht auf diesem Server.`,
  offer: (size, origin) => `${size ? `${size}. ` : ""}${origin ? `Es kommt von ${origin} und bleibt dann hier; das Laden dauert Minuten.` : ""}`,
  size: (examples, shape) =>
    `${formatCount(examples)} Bilder zu ${shape.join(" × ")}, ausgepackt ${megabytes(examples * shape.reduce((a, b) => a * b, 1))}`,
  fetch: "Laden",
  again: "Noch einmal",
  cancel: "Abbrechen",
  close: "Schließen",
  train: "Damit trainieren",
  onItsWay: (label) => `${label} ist unterwegs.`,
  here: (label) => `${label} ist jetzt da.`,
  failed: (label) => `${label} ist nicht gekommen.`,
  byHandTitle: "Ohne Internet",
  byHand: (how) => `Auf dem Server ${how}, dann auf Laden drücken.`,
  sheetTitle: "Eigene Bilder",
  choose: "Dateien wählen oder hier ablegen",
  chooseHelp: "PNG- oder JPEG-Bilder, mehrere auf einmal; oder eine NPZ-Datei; oder eine IDX-Datei, mit einer der Klassenangaben, wenn es sie gibt. Bis 10 MiB.",
  sizeLabel: "Größe",
  side: (side) => `${side} × ${side}`,
  colour: "In Farbe",
  nothing: "Bilder werden auf das Quadrat in ihrer Mitte zugeschnitten und verkleinert.",
  reading: "Wird gelesen",
  read: ({ examples, shape: [channels, height, width], names }) =>
    `${formatCount(examples)} Bilder, ${height} × ${width}, ${channels === 3 ? "in Farbe" : "grau"}` +
    `${names.length > 0 ? `, ${formatCount(names.length)} Klassen` : ""}`,
  parts: { images: "Bilder", labels: "Klassenangaben" },
  found: (number) => `Gefunden: ${number.replaceAll(",", ".")}.`,
  noFile: "Darin ist keine Datei.",
  tooMuch: (bytes, files) => `Das ist zu viel: ${formatCount(files)} Dateien mit ${megabytes(bytes)}. Gelesen werden bis zu 2.000 Dateien mit zusammen 10 MiB.`,
};
