// German: what each key does, by the ids of the table of shortcuts.

/** @type {typeof import("../en/keys.js").keys} */
export const keys = {
  title: "Tasten",
  note: "Buchstaben und Pfeile ruhen, während du tippst und wo ein Regler, eine Liste oder das Bild sie braucht.",
  groups: {
    train: "Trainieren",
    picture: "Bild",
    settings: "Einstellungen",
    page: "Seite",
  },
  names: { Space: "Leertaste", Shift: "Umschalt", ArrowRight: "→" },
  to: "–",
  or: "oder",
  actions: {
    play: "abspielen oder anhalten",
    "step-both": "ein Schritt beider",
    "step-both-ten": "zehn Schritte beider",
    "step-discriminator": "ein Schritt des Diskriminators allein",
    "step-discriminator-ten": "zehn Schritte des Diskriminators allein",
    "step-generator": "ein Schritt des Generators allein",
    "step-generator-ten": "zehn Schritte des Generators allein",
    slow: "Zeitlupe, hinein oder hinaus",
    "next-phase": "die nächste Phase, in Zeitlupe",
    reset: "neu beginnen bei Schritt 0",
    layers: "eine Ebene zeigen oder verbergen, in der Reihenfolge der Legende",
    edit: "Einstellungen ein- oder ausblenden",
    undo: "die letzte Änderung einer Einstellung rückgängig machen",
    redo: "sie wiederholen",
    "full-screen": "das Bild auf dem ganzen Bildschirm",
    presenter: "vorführen, und zurück",
    "stage-view": "dort das Bild oder das Modell",
    help: "dieses Blatt",
  },
};
