// German: the sentences of the picture, its legend and its charts.
import { directionOf, formatCount, formatNumber, formatPercent, formatPoint, formatVector } from "../../lib/format.js";

/** @type {typeof import("../en/picture.js").picture} */
export const picture = {
  title: "Was die Netze sehen",
  subtitle: "Daten, Fälschungen und das Urteil des Diskriminators",
  heatmap: "Heatmap",
  modes: {
    smooth: { label: "Glatt", help: "Das Urteil zwischen den Zellen ist interpoliert." },
    cells: { label: "Zellen", help: "Ein Quadrat für jede Stelle, an der der Diskriminator befragt wurde." },
  },
  canvas: "Bild der Ebene",
  keys: "Pfeiltasten gehen von Punkt zu Punkt, Escape verlässt das Bild.",
  roleDescription: "Bild aus Punkten",
  waiting: "Noch ist nichts gezeichnet.",

  kinds: { real: "Echter Punkt", fake: "Fälschung" },
  verdict: "D sagt echt",
  score: "Punktzahl von D",
  gradient: "Gradient",
  noise: "Rauschen",
  directions: [
    "nach rechts",
    "nach rechts oben",
    "nach oben",
    "nach links oben",
    "nach links",
    "nach links unten",
    "nach unten",
    "nach rechts unten",
  ],
  gradientValue: (dx, dy) => {
    const direction = directionOf(dx, dy);
    if (direction === null) return "keiner";
    return `${formatNumber(Math.hypot(dx, dy))}, ${picture.directions[direction]}`;
  },

  legend: "Ebenen",
  scale: { fake: "D sagt gefälscht", real: "echt" },

  metrics: "Gelingt es?",
  losses: "Verluste",
  lossesHelp:
    "Was jeder Spieler klein zu machen versucht. Keiner muss 0 erreichen: Ein ausgewogenes Spiel bleibt dort " +
    "stehen, wo der Diskriminator nicht mehr unterscheiden kann. Die dünne Linie ist jeder Wert, die dicke " +
    "ihr Mittel.",
  players: { d: "D", g: "G" },
  noCurve: "Abspielen zeichnet die Kurve",
  floor: "perfekter Generator",
  metricCurve: "Die dünne Linie ist jeder Wert, die dicke ihr Mittel.",
  measure: (unit, samples) =>
    samples ? `${unit}${unit ? ", " : ""}${formatCount(samples)} je Seite` : unit,
  modesCovered: (covered, modes) => `${covered} von ${modes} Modi erreicht`,
  modeMap: "Die Modi der Daten",
  samples: (samples) => `Gemessen an ${formatCount(samples)} Fälschungen.`,
  explain: (label) => `Was bedeutet ${label}?`,

  summary: ({ step, playing, real, fake, fooled, covered }) => {
    const parts = [
      `${playing ? "Das Training läuft, Schritt" : "Schritt"} ${formatCount(step)}`,
      `${formatCount(real)} echte Punkte und ${formatCount(fake)} Fälschungen`,
    ];
    if (fooled !== null) parts.push(`der Diskriminator hält ${formatPercent(fooled)} der Fälschungen für echt`);
    if (covered) parts.push(picture.modesCovered(...covered));
    return `${parts.join("; ")}.`;
  },

  sample: ({ kind, x, y, verdict, score, gradient, noise, label }) => {
    const parts = [`${picture.kinds[kind]} bei ${formatPoint(x, y)}`];
    if (label !== undefined) parts.push(`Klasse ${label + 1}`);
    if (verdict !== null) parts.push(`der Diskriminator sagt zu ${formatPercent(verdict)} echt`);
    if (score !== undefined) parts.push(`die Punktzahl des Diskriminators ist ${formatNumber(score)}`);
    if (gradient) parts.push(`Gradient ${picture.gradientValue(...gradient)}`);
    if (noise) parts.push(`gemacht aus Rauschen ${formatVector(noise)}`);
    return `${parts.join(", ")}.`;
  },
};
