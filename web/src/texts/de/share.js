// German: the sentences of sharing.
import { formatCount } from "../../lib/format.js";

/** @type {typeof import("../en/share.js").share} */
export const share = {
  button: "Teilen",
  buttonHelp: "Ein Link, der genau diesen Lauf zurückbringt, für andere oder für später.",
  title: "Dieses Labor teilen",
  close: "Schließen",
  noRun: "Noch gibt es keinen Lauf zum Teilen. Warte, bis das Labor begonnen hat.",

  link: "Link zu diesem Labor",
  linkHelp: {
    plane: (step) =>
      `Er öffnet das Labor mit diesen Einstellungen, dieser Startzahl und diesen Ebenen bei Schritt ${formatCount(step)} und beginnt von selbst nichts.`,
    image: (step) =>
      `Er öffnet den Bereich mit diesen Daten, Netzen und Einstellungen und dieser Startzahl bei Schritt ${formatCount(step)} und beginnt von selbst nichts.`,
  },
  scripted: "Was während des Laufs geändert wurde, gehört zum Link und geschieht wieder bei denselben Schritten.",
  inexact:
    "Ein Link fasst nicht alles, woraus dieser Lauf entstand, eine Datei oder sehr viele Änderungen. Er beginnt bei Schritt 0 mit den jetzigen Einstellungen; wer den Lauf selbst behalten will, speichert das Modell.",
  ownComputer:
    "Dieses Labor antwortet nur diesem Computer, der Link gilt also nur hier. Die README sagt, wie eine Klasse hereinkommt.",
  tooLong: (length, most) =>
    `Diese Einstellungen sind zu lang für einen Link: ${formatCount(length)} von höchstens ${formatCount(most)} Zeichen. ` +
    "Weniger gezeichnete Punkte machen ihn kürzer; ein gespeichertes Modell kennt keine Grenze.",
  copy: "Kopieren",
  copied: "Kopiert",
  notCopied: "Drück Strg C",

  classTitle: "Für eine Klasse",
  prompt: "Deine Worte, über dem Labor",
  promptExample: "Welche Gruppe von Punkten finden die Fälschungen zuletzt? Warum?",
  left: (count) => `noch ${formatCount(count)} Zeichen`,
  promptTitle: "Eine Aufgabe von dem, der das geteilt hat",
  promptDismiss: "Aufgabe weglegen",
  hide: "Verbirg, was ablenkt",
  groups: {
    settings: "Einstellungen und Bearbeiten",
    presets: "Vorlagen",
    data: "Verteilungen",
    draw: "Zeichnen und Hochladen",
    steps: "Einzelschritte",
    slow: "Zeitlupe",
    speed: "Tempo",
    theory: "Theorie der Verluste",
    metrics: "Messwerte und Kurven",
    layers: "Ebenen",
    export: "Teilen und Exportieren",
  },
  theme: "Farben",
  themes: {
    own: "wie beim Leser",
    light: "hell",
    dark: "dunkel",
    "light-colour-blind": "hell, für Farbenblinde",
    "dark-colour-blind": "dunkel, für Farbenblinde",
  },
  showAll: "Alles zeigen",
  showAllHelp: "Einiges ist verborgen, durch dich oder den Link, der dieses Labor öffnete.",

  qr: "QR-Code",
  qrLabel: "QR-Code des Links",
  qrLong: "Der Link ist zu lang für einen QR-Code, den ein Telefon lesen kann.",

  embedTitle: "In einer anderen Seite",
  embed: "Code für die andere Seite",
  embedOn: (origins) => `Seiten von ${origins.join(", ")} dürfen dieses Labor zeigen.`,
  embedToken:
    "Wo das Labor ein Token hat, sehen Besucher es nur, wenn jene Seite zur selben Website gehört: Browser halten das Cookie vor anderen zurück.",
  embedOff: "Aus: Keine andere Seite darf dieses Labor zeigen. Wer den Server betreibt, erlaubt Websites beim Namen mit",
  embedOffThen: "und einem Neustart.",
  embedUnknown: "Der Server ist nicht zu erreichen, also ist unbekannt, ob andere Seiten dieses Labor zeigen dürfen.",
};
