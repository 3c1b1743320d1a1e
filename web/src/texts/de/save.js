// German: the sentences of saving pictures.

/** @type {typeof import("../en/save.js").save} */
export const save = {
  groups: { plot: "Bild der Ebene", graph: "Bild des Modells", charts: "Bild der Kurven" },
  png: "Als PNG speichern",
  svg: "Als SVG speichern",
  help: { png: "Aus Bildpunkten, für Folien und Nachrichten.", svg: "In jeder Größe scharf, für Aufsätze und Poster." },
  title: ({ data, loss, losses, step, seed }) =>
    `${data} · ${loss}${losses && ` (${losses})`} · Schritt ${step} · Startzahl ${seed}`,
  notSaved: "Das Bild wurde nicht gespeichert",
  nothing: "Noch gibt es nichts zu zeichnen. Drück zuerst auf Abspielen.",
  failed: "Der Browser konnte es nicht zeichnen. Der Lauf geht weiter, wie er war.",
};
