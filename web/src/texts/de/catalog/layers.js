// German: the layers of the picture.

/** @type {Record<string, {label: string, help: string}>} */
export const layers = {
  real: { label: "echt", help: "Punkte aus den Daten, die der Generator nachahmen soll." },
  fake: { label: "gefälscht", help: "was der Generator aus immer demselben Rauschen macht, Schritt für Schritt." },
  heatmap: { label: "Diskriminator", help: "wie echt dem Diskriminator jede Stelle vorkommt." },
  manifold: { label: "Gitter", help: "wohin G ein Gitter aus Rauschen schickt. Dichtere Zellen sind kräftiger." },
  density: {
    label: "Dichte",
    help: "wie unwahrscheinlich ein angepasstes Modell jede Stelle findet: −log p, in Nat.",
  },
  reconstruction: { label: "zurück", help: "Linien von echten Punkten zu ihren Rekonstruktionen G(E(x))." },
  gradients: { label: "Gradienten", help: "wohin jede Fälschung rücken muss, um D zu täuschen." },
};
