// German: the sentences of the model overview.
import { formatCount, formatNumber } from "../../lib/format.js";

/** @type {typeof import("../en/graph.js").graph} */
export const graph = {
  label: "Übersicht des Modells",
  edit: "Ändern",
  editHelp: "Ändern, wie das Spiel gespielt wird.",
  done: "Fertig",
  doneHelp: "Zurück zur Übersicht des Modells.",
  intro:
    "Der Generator macht aus Rauschen Fälschungen. Der Diskriminator unterscheidet echt von gefälscht. Jeder lernt vom anderen.",
  keys: "Pfeiltasten gehen von Punkt zu Punkt, Escape beendet es.",
  roleDescription: "Miniatur",
  toggle: "Im Bild zeigen oder verbergen",
  toggleHelp: (node, layer) => `${node}: ${layer}`,
  morphHelp: "Drücken zeigt, wie es aus dem Rauschen entsteht.",
  morphing: "jeder Punkt des Rauschens geht, wohin G ihn schickt",

  nodes: {
    noise: { label: "Rauschen", help: "Zufallszahlen, ein Vektor für jede Fälschung" },
    generator: { label: "Generator", help: "wohin der Generator ein Gitter aus Rauschen schickt" },
    encoder: {
      label: "Encoder",
      help: "der Code, den E jedem echten Punkt gibt, im Maßstab des Rauschens; E lernt mit G, und bestenfalls sehen die Codes wie Rauschen aus und führen zu den Punkten zurück",
    },
    real: { label: "Echte Punkte", help: "einige Punkte aus den Daten" },
    fake: { label: "Fälschungen", help: "was der Generator aus dem Rauschen macht" },
    discriminator: { label: "Diskriminator", help: "wie echt ihm jede Stelle der Ebene erscheint" },
    predictions_real: { label: "Urteile", help: "echte Punkte in der Farbe des Urteils" },
    predictions_fake: { label: "Urteile", help: "Fälschungen in der Farbe des Urteils" },
    gradients: {
      label: "Gradienten lehren G",
      help: "wohin sich jede Fälschung bewegen muss, um den Diskriminator zu täuschen",
    },
    d_loss: { label: "Verlust D", help: "was der Diskriminator klein zu machen versucht" },
    g_loss: { label: "Verlust G", help: "was der Generator klein zu machen versucht" },
  },
  paths: {
    d_gradients: {
      label: "Gradienten lehren D",
      help: "wie sich jedes Gewicht von D ändern muss, um echt und gefälscht besser zu unterscheiden",
    },
    code: {
      label: "E(x)",
      help: "der Code desselben echten Punkts: D beurteilt das Paar (x, E(x)), nie einen echten Punkt allein",
    },
    fed_noise: {
      label: "z",
      help: "das Rauschen, aus dem dieselbe Fälschung ist: D beurteilt das Paar (G(z), z), nie eine Fälschung allein",
    },
  },

  units: {
    group: { generator: "Schichten des Generators", discriminator: "Schichten des Diskriminators" },
    players: { generator: "Generator", discriminator: "Diskriminator" },
    chip: (layer, units) => `Schicht ${layer}: was ihre ${formatCount(units)} Neuronen ausgeben`,
    title: (player, layer, layers) => `${graph.units.players[player]}, Schicht ${layer} von ${layers}`,
    waiting: "Warte auf ihre Bilder.",
    over: ({ player, units, of, axes, dimension, label }) => {
      const all = units < of ? `die ersten ${units} von ${of} Neuronen` : units === 1 ? "1 Neuron" : `${units} Neuronen`;
      const count = label === undefined ? all : `${all}, mit Klasse ${label + 1},`;
      if (player === "discriminator") return `${count} über der Ebene`;
      if (axes === 1) return `${count} entlang des Rauschens`;
      if (dimension === 2) return `${count} über dem Quadrat des Rauschens`;
      return `${count} über den ersten zwei von ${dimension} Zahlen des Rauschens, die anderen in der Mitte`;
    },
    summary: (facts) =>
      `${graph.units.players[facts.player]}, Schicht ${facts.layer}: ${graph.units.over(facts)}, ` +
      `von ${formatNumber(-facts.scale)} bis ${formatNumber(facts.scale)}.`,
  },
};
