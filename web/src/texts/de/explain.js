// German: what the page's own controls and numbers mean.

/** @type {typeof import("../en/explain.js").explain} */
export const explain = {
  theme: "Hell, dunkel oder wie dein System.",
  help: "Was die Farben bedeuten, und alle Tasten.",
  language: "Die Seite wird in dieser Sprache neu geladen; der Lauf geht weiter, wo er ist.",
  menus: {
    export: "Mitnehmen, was im Labor ist, oder es zurückbringen.",
    page: "Export, Aussehen der Seite und Hilfe.",
  },
  preset: "Fertige Einstellungen für das ganze Spiel. Rückgängig bringt deine zurück.",
  data: "Die echten Punkte: was der Generator nachahmen soll, ohne es je zu sehen.",
  step: {
    label: "Schritt",
    help:
      "Wie viele Runden dieser Lauf gespielt hat. In jeder Runde lernen Diskriminator und Generator " +
      "so oft, wie ihre Updates je Schritt sagen.",
  },
  stepRate: "Wie viele Runden der Server je Sekunde trainiert; 0 in der Pause. Der Regler sagt, was er anstrebt.",
  players: {
    both: "Eine Runde: Der Diskriminator lernt, und der Generator antwortet.",
    discriminator: "Der Generator bleibt, wie er ist. Immer wieder gedrückt, wird der Diskriminator so scharf, wie er kann.",
    generator: "Der Diskriminator bleibt, wie er ist. Immer wieder gedrückt, laufen alle Fälschungen dorthin, wo er echt sagt.",
  },
  playFirst: "Der Generator lernt, seine Fälschungen dorthin zu setzen, wo die echten Punkte sind.",
  tabs: {
    metrics: "Wie gut die Fälschungen sind, in Zahlen und Kurven.",
    model: "Die beiden Netze und alles, was man einstellen kann.",
  },
  more: "Einstellungen, die man selten ändert.",
  moreOf: (group) => `Mehr: ${group}`,
  modeMap: {
    label: "Die Modi der Daten",
    help:
      "Ein Modus ist ein Ort, an dem sich echte Punkte drängen. Jeder Kreis ist einer, so groß wie sein " +
      "Anteil an den Fälschungen; ein gestrichelter Ring hat keinen.",
  },
  playerLoss: {
    d: "Was der Diskriminator in diesem Schritt klein machen will.",
    g: "Was der Generator in diesem Schritt klein machen will.",
  },
};
