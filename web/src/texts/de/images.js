// Das Bilder-Panel: was von Daten und Fälschungen zu sehen ist, und wie sie beurteilt werden.

/** @type {import("../../texts.js").Texts["images"]} */
export const images = {
  data: "Bilddaten",
  dataTitle: "Daten",
  facts: {
    name: "Name",
    examples: "Bilder",
    shape: "Form",
    classes: "Klassen",
    pixels: "Pixel",
    seen: "Von D gesehen",
    epochs: "Epochen",
  },
  shape: (channels, height, width) => `${channels} × ${height} × ${width}`,
  none: "keine",
  unknown: "–",
  training: "Training",
  settings: "Daten und Einstellungen",
  imagesPerSecond: "Bilder pro Sekunde",
  imagesPerSecondHelp: "Von so vielen echten Bildern lernt der Diskriminator in jeder Sekunde; 0 in der Pause.",
  tabs: { label: "Neben den Bildern", training: "Training", networks: "Netze", metrics: "Metriken" },
  tabsHelp: {
    training: "Die Daten, und wie beide Spieler lernen.",
    networks: "Die Schichten beider Netze.",
    metrics: "Wie gut die Fälschungen sind, in Zahlen und Kurven.",
  },
  pictures: "Bilder",
  kinds: { real: "Echte Bilder", fake: "Erzeugte Bilder" },
  one: { real: "Echtes Bild", fake: "Erzeugtes Bild" },
  mean: (share) => `D: ${share} echt`,
  meanTitle: "Was D von ihnen hält",
  meanHelp: "Das Mittel seiner Urteile über diese Bilder: 100 % ist zweifellos echt, 0 % ist falsch.",
  verdict: (share) => `${share} echt`,
  class: (name) => `Klasse ${name}`,
  picture: (kind, number, label, share) =>
    `${kind} ${number}${label === null ? "" : `, Klasse ${label}`}: D sagt ${share} echt`,
  order: {
    label: "Folge",
    help: "Fest: Jedes erzeugte Bild hat sein Rauschen und seinen Platz, damit man zusieht, wie es besser wird.",
    options: { none: "Fest", most: "Echteste zuerst", least: "Falscheste zuerst" },
  },
  filter: {
    label: "Zeigen",
    help: "Weglassen, wovon D anders denkt.",
    options: { all: "Alle", real: "Für echt gehalten", fake: "Für falsch gehalten" },
  },
  nothingShown: "Gerade keines davon.",
};
