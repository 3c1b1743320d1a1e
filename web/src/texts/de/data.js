// German: the sentences of a person's own data: drawing board, upload sheet, and what can be wrong.
import { formatCount, formatFixed, formatNumber, formatTick } from "../../lib/format.js";

/** @typedef {import("../../lib/data/problem.js").Facts} Facts */

const MEBI = 2 ** 20;

/** @param {Facts} facts */
const place = ({ line = 0, column = 0 }) => `Zeile ${formatCount(line)}, Spalte ${column}`;

/** @param {number} count */
const points = (count) => `${formatCount(count)} ${count === 1 ? "Punkt" : "Punkte"}`;

/** @type {typeof import("../en/data.js").data} */
export const data = {
  names: { drawing: "Deine Zeichnung", data: "Deine Daten", picture: "Dein Bild" },
  draw: "Selbst zeichnen",
  drawHelp: "Mit Maus, Stift, Finger oder Tastatur. Der jetzige Lauf geht weiter, bis du die Zeichnung verwendest.",
  change: (name) => `${name}: ändern`,
  upload: "Eigene Daten verwenden",
  uploadHelp: "Eine Tabelle aus zwei Spalten oder die dunklen Stellen eines Bildes.",

  board: {
    subtitle: (fewest) => `Maus, Finger oder Tastatur; braucht ${points(fewest)}`,
    canvas: "Zeichenbrett",
    roleDescription: "Zeichenbrett",
    keys:
      "Pfeiltasten bewegen den Pinsel, die Leertaste setzt Punkte, Umschalt mit einem Pfeil zieht eine Linie, " +
      "Entf radiert, Strg Z macht rückgängig, Escape legt das Brett weg.",
    hint: "Zeichne hier",
    hintKeys: "oder mit Pfeiltasten und Leertaste",
    at: (x, y, count) => `x ${formatFixed(x, 2)}; y ${formatFixed(y, 2)}; ${points(count)}`,
    tools: "Pinsel",
    brush: "Zeichnen",
    eraser: "Radieren",
    size: "Größe",
    sizeHelp: "Wie breit der Pinsel ist. Ein breiter setzt mehr Punkte.",
    spread: "Streuung",
    undo: "Rückgängig",
    redo: "Wiederholen",
    clear: "Leeren",
    use: (count) => `${points(count)} verwenden`,
    useHelp: "Beginnt einen neuen Lauf mit der Zeichnung als Daten.",
    cancel: "Abbrechen",
    cancelHelp: "Die Zeichnung wartet hier, bis du wiederkommst.",
    tooFew: (count, fewest) => `Bisher ${points(count)}; mindestens ${formatCount(fewest)} sind nötig.`,
    full: (most) => `Mehr als ${points(most)} gehen nicht. Radiere welche, um weiterzuzeichnen.`,
    count: (count, most) => `${points(count)} von höchstens ${formatCount(most)}.`,
  },

  sheet: {
    title: "Eigene Daten verwenden",
    close: "Schließen",
    intro: "Alles bleibt in deinem Browser, bis du es verwendest; dann bekommt der Server die Punkte, nicht die Datei.",
    file: "Wähle eine Datei oder lege sie hier ab",
    fileHelp: "Eine Tabelle als CSV oder Text oder ein Bild als PNG oder JPEG; bis 10 MiB.",
    text: "Oder füge zwei Spalten ein",
    remove: "Entfernen",
    size: (bytes) =>
      bytes < MEBI / 10 ? `${formatCount(Math.ceil(bytes / 1024))} KiB` : `${formatFixed(bytes / MEBI, 1)} MiB`,
    pasted: "Eingefügter Text",
    waiting: "Wird gelesen …",
    preview: "Vorschau",
    empty: "Hier erscheinen die Punkte.",
    use: "Punkte verwenden",
    useCount: (count) => `${points(count)} verwenden`,
    useHelp: "Beginnt einen neuen Lauf mit diesen Punkten als Daten.",
    cancel: "Abbrechen",

    columns: { x: "Waagerecht", y: "Senkrecht" },
    column: (index, name) => (name === null ? `Spalte ${index + 1}` : `${index + 1}: ${name}`),
    named: "Erste Zeile sind Namen",
    namedHelp: "Ob die erste Zeile die Spalten benennt, statt Zahlen zu enthalten.",
    axes: "Maßstab der Achsen",
    alike: "Gleich",
    alikeHelp: "Ein Maßstab für beide Achsen: Die Form bleibt erhalten.",
    apart: "Jede für sich",
    apartHelp: "Jede Achse hat ihren eigenen Maßstab, sodass beide die Ebene füllen.",
    leaveOut: "Solche Zeilen weglassen",
    leaveOutHelp: "Zeilen, in denen eine Zelle keine Zahl ist, werden nicht verwendet.",

    threshold: "Schwelle",
    thresholdHelp: "Nur was dunkler ist, wird zu Punkten.",
    inverted: "Stattdessen helle Stellen",
    invertedHelp: "Nimmt die hellen Stellen des Bildes statt der dunklen.",

    separators: { ",": "Kommas", ";": "Semikolons", "\t": "Tabulatoren", " ": "Leerzeichen" },
    table: (rows, columns, separator) =>
      `${formatCount(rows)} ${rows === 1 ? "Zeile" : "Zeilen"}, ${columns} Spalten, getrennt durch ${separator}.`,
    cut: (rows) =>
      `Es gibt mehr: Nur die ersten ${formatCount(rows)} Zeilen werden gelesen. Mische sie vorher, falls sie sortiert sind.`,
    left: (left) => (left === 1 ? "1 Zeile wird weggelassen." : `${formatCount(left)} Zeilen werden weggelassen.`),
    thinned: (used, all) => `${formatCount(used)} von ${formatCount(all)} Zeilen, zufällig gewählt.`,
    picture: (width, height) =>
      `Ein Bild von ${formatCount(width)} × ${formatCount(height)} Pixeln. Je dunkler eine Stelle, desto mehr Punkte.`,
    drawnPart: (width, height, perUnit) =>
      `Was darauf gezeichnet ist, ${formatCount(width)} × ${formatCount(height)} Pixel, füllt −1 bis 1: Eine ` +
      `Einheit hier sind ${formatCount(perUnit)} Pixel, die Form bleibt also erhalten.`,
    axis: (axis, low, high, reach) =>
      `${axis} von ${formatNumber(low)} bis ${formatNumber(high)} wurde −${formatTick(reach)} bis ${formatTick(reach)}`,
    both: (x, y) => `${x}; ${y}.`,
    unitAlike: (unit) =>
      `Eine Einheit hier sind ${formatNumber(unit)} von deinen; beide Achsen gleich, die Form bleibt also erhalten.`,
    unitApart: (x, y) =>
      `Eine Einheit hier sind ${formatNumber(x)} von deinen waagerecht und ${formatNumber(y)} senkrecht.`,
    nothingChanged: "Nichts wurde geändert.",
    such: (count, of) =>
      `${formatCount(count)} von ${formatCount(of)} Zeilen ${count === 1 ? "enthält" : "enthalten"} so eine Zelle.`,
  },

  problems: {
    empty: () => "Darin steht nichts.",
    "too-big": ({ count = 0 }) => `Das sind ${formatFixed(count / MEBI, 1)} MiB; die Seite liest bis zu 10 MiB.`,
    archive: () => "Das ist eine Tabellenkalkulation, ein Dokument oder ein Archiv. Speichere es zuerst als CSV.",
    "other-picture": () => "Bilder werden als PNG oder JPEG gelesen. Speichere es zuerst als eines davon.",
    "not-text": () => "Das ist weder ein Text noch ein Bild als PNG oder JPEG.",
    "one-column": ({ line = 0 }) =>
      `Zeile ${formatCount(line)} hat eine Spalte, aber zwei sind nötig. Kommas, Semikolons, Tabulatoren oder Leerzeichen trennen sie.`,
    "many-columns": ({ line = 0, count = 0, limit = 0 }) =>
      `Zeile ${formatCount(line)} hat ${formatCount(count)} Spalten; die Seite liest bis zu ${limit}.`,
    "missing-cell": (facts) => `${place(facts)} fehlt.`,
    "not-finite": (facts) =>
      facts.text ? `${place(facts)}: „${facts.text}“ ist keine endliche Zahl.` : `${place(facts)} ist leer.`,
    "not-a-number": (facts) => `${place(facts)}: „${facts.text}“ ist keine Zahl.`,
    "no-rows": () => "Es gibt Namen von Spalten, aber keine Zeilen darunter.",
    "too-few": ({ count = 0, limit = 0 }) =>
      `${points(count)} ${count === 1 ? "ist" : "sind"} zu wenig; mindestens ${formatCount(limit)} sind nötig.`,
    "one-place": () => "Alle Punkte liegen auf ein und derselben Stelle.",
    "picture-size": ({ width = 0, height = 0 }) =>
      `Das Bild hat ${formatCount(width)} × ${formatCount(height)} Pixel; die Seite liest bis zu 16 Millionen.`,
    "picture-broken": () => "Das Bild lässt sich nicht lesen; seine Datei scheint beschädigt zu sein.",
    "picture-blank": () =>
      "Keine Stelle des Bildes ist dunkler als die Schwelle. Senke sie oder nimm die hellen Stellen.",
    slow: () => "Das Lesen dauerte zu lange und wurde abgebrochen.",
  },
};
