// German: the sentences about presets and models: the export menu, saving, opening, pre-trained weights.
import { formatCount, formatNumber } from "../../lib/format.js";

/** @type {typeof import("../en/models.js").models} */
export const models = {
  menu: "Export",
  headerMenu: "Menü",
  page: "Seite",

  group: "Modell",
  save: "Modell speichern",
  saveHelp: "Gewichte, Einstellungen und Schritt, als safetensors.",
  networks: { generator: "Generator speichern", discriminator: "Diskriminator speichern" },
  networkHelp: "Schichten und Gewichte, für anderswo.",
  open: "Modell öffnen…",
  openHelp: "Macht mit einer Datei weiter, die hier gespeichert wurde.",

  pretrained: "Vortrainiert beginnen",
  pretrainedShort: "Vortrainiert",
  pretrainedPlane: {
    help: ({ step, js_divergence: js = NaN, floor = NaN }) =>
      `Beginnt mit Gewichten, die ${formatCount(step)} Schritte lang mit diesen Daten trainiert wurden, und mit deren ` +
      `Einstellungen. Ihre JS-Divergenz ist ${formatNumber(js)} Bit; ein perfekter Generator erreicht ${formatNumber(floor)}.`,
    none: "Für diese Daten gibt es keine vortrainierten Gewichte.",
  },
  pretrainedImages: {
    help: ({ step, present, classes, frechet_distance: distance, floor }) =>
      [
        `Beginnt mit Gewichten, zu denen diese Vorlage in ${formatCount(step)} Schritten trainiert wurde.`,
        present !== undefined && classes !== undefined && `Sie machen ${present} von ${classes} Klassen.`,
        distance !== undefined &&
          floor !== undefined &&
          `Ihr Fréchet-Abstand ist ${formatNumber(distance)} %; neue echte Bilder erreichen ${formatNumber(floor)} %.`,
        "Aufbewahrt sind sie gerundet und ohne Schwung: Das Training geht von ihnen weiter, aber nicht auf dieselben Ziffern.",
      ]
        .filter(Boolean)
        .join(" "),
    none: "Vortrainierte Gewichte gibt es nur für Vorlagen, und diese Einstellungen sind keine.",
  },
  presetTime: (seconds) => `Erkennbar nach etwa ${seconds} s auf einem Kern.`,

  openedTitle: "Geöffnet",
  opened: (name, step) =>
    `${name} steht bei Schritt ${formatCount(step)}, mit den Einstellungen, mit denen es gespeichert wurde.`,
  refusedTitle: "Die Datei wurde nicht geöffnet",
  refused: (reason) => `${reason} Der Lauf ist, wie er war.`,
  tooLarge: "Erlaubt sind höchstens 64 MiB.",
  noModel: (name) => `${name} ist kein Modell, das hier gespeichert wurde.`,
  network: (name) => `${name} enthält nur ein Netz. Um weiterzumachen, braucht es das ganze Modell.`,
  missing: "Seine Bilder sind noch nicht auf diesem Server. Sind sie da, lässt es sich öffnen.",
  otherScene: {
    plane: (name) => `${name} ist ein Modell von Punkten in der Ebene, für den Bereich Labor.`,
    image: (name) => `${name} ist ein Modell von Bildern, für den Bereich Bilder.`,
  },
  wrong: ({ field, expected }) => `${field === "file" ? "Erwartet wurde" : `Erwartet wurde als ${field}`}: ${expected}.`,
  unreachable: "Der Server ist nicht zu erreichen.",
  savedTitle: "Das Modell wurde gespeichert",
  savedLarge: "Es ist größer als die 64 MiB, die sich hier öffnen lassen: Es nützt nur anderswo.",
  notSavedTitle: "Das Modell wurde nicht gespeichert",
  notSaved: (reason) => `${reason} Versuch es gleich noch einmal.`,
};
