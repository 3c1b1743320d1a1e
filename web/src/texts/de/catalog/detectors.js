// German: what the detectors watch, say and advise.

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const detectors = {
  mode_collapse: {
    label: "Moduskollaps",
    help: "Der Generator macht wenige Arten von Punkten, obwohl die Daten viele haben: Bei jedem Rauschen landen die Fälschungen an denselben Stellen.",
    signal: "Modi, denen mindestens 1 % der Fälschungen am nächsten ist, von allen Modi; bei Daten ohne Modi echte Punkte mit Fälschungen ringsum, von allen",
    says: ["Nur {reached} von {modes} Modi werden erreicht: sind mindestens 1 % der Fälschungen am nächsten, und sei es von fern.", "Die Fälschungen drängen sich: Sie erreichen nur {covered%} der Daten."],
    advice: "Ein flacherer Diskriminator jagt die Fälschungen nicht von Modus zu Modus. Packen und Vorausrechnen (Unrolling) zeigen ihm, was fehlt.",
  },
  rotation: {
    label: "Wandern von Modus zu Modus",
    help: "Der Generator erreicht die Modi nacheinander, nie alle zugleich: ein Moduskollaps, der weiterzieht.",
    signal: "Anteil der Fälschungen, die von einer Messung zur nächsten den Modus wechseln",
    says: ["Die Fälschungen wandern: {moved%} wechseln je Messung den Modus. {reached} von {modes} sind zugleich mindestens 1 % von ihnen am nächsten, auch von fern."],
    advice: "Der Diskriminator lernt die Stelle abzulehnen, an der die Fälschungen sind, und sie ziehen weiter. Lass ihn je Zug des Generators mehr lernen und halte ihn flach.",
  },
  vanishing_gradient: {
    label: "Schwindender Gradient",
    help: "Die Steigung des Diskriminators gibt dem Generator keine Richtung; er lernt nicht mehr, obwohl seine Fälschungen schlecht sind.",
    signal: "Gradient der mittleren Fälschung, gemessen an der Breite der Daten, solange die Fälschungen weit von den Daten sind",
    says: ["Der Generator hat nichts, woraus er lernt: Der Gradient der mittleren Fälschung ist {pull}, obwohl sich Fälschungen und Daten um {js} Bit unterscheiden."],
    advice: "Nimm einen Verlust, dessen Gradient dort groß ist, wo sich der Diskriminator sicher ist, oder mach ihn weniger sicher; ist er wegen einer starken Strafe flach, verringere sie.",
  },
  oscillation: {
    label: "Schwingen",
    help: "Jeder Spieler beantwortet den letzten Zug des anderen, und keiner kommt zur Ruhe: Die Fälschungen kreisen um die Daten, statt sich zu nähern.",
    signal: "wie weit sich Mitte und Breite der Fälschungen von einer Messung zur nächsten bewegen, gemessen an der Breite der Daten",
    says: ["Die Fälschungen schwingen hin und her: um {swing} der Breite der Daten von einer Messung zur nächsten, um {net} in allen letzten {steps} Schritten."],
    advice: "Die Spieler kreisen umeinander. Eine Strafe auf die Steigung des Diskriminators dämpft das; ebenso kleinere Lernraten und weniger Schwung.",
  },
  d_winning: {
    label: "D gewinnt",
    help: "Der Diskriminator ist so weit voraus, dass kaum eine Fälschung als echt durchgeht, und das bleibt so.",
    signal: "Paare aus echtem Punkt und Fälschung, die D richtig ordnet, von allen Paaren",
    says: ["Der Diskriminator ordnet {right%} aller Paare aus echtem Punkt und Fälschung richtig, und der Generator holt nicht auf."],
    advice: "Halte den Diskriminator zurück oder lass den Generator schneller lernen.",
  },
  d_too_weak: {
    label: "D zu schwach",
    help: "Der Diskriminator sieht nicht, wie schlecht die Fälschungen sind, und kann darum den Weg nicht zeigen.",
    signal: "Paare aus echtem Punkt und Fälschung, die D richtig ordnet, von allen Paaren, solange kaum eine Fälschung dort ist, wo die Daten sind",
    says: ["Der Diskriminator ordnet nur {right%} aller Paare aus echtem Punkt und Fälschung richtig, obwohl sich beide um {js} Bit unterscheiden: Er hat wenig zu lehren."],
    advice: "Lass den Diskriminator mehr oder schneller lernen, halte ihn weniger zurück oder mach ihn größer: mehr Neuronen oder Fourier-Merkmale für kleine Einzelheiten.",
  },
  memorizing: {
    label: "Auswendig gelernt",
    help: "Der Generator gibt die Punkte wieder, die er gesehen hat, statt der Form, aus der sie stammen. Auswendig lernen lassen sich nur Daten aus endlich vielen Punkten.",
    signal: "Abstand der mittleren Fälschung vom nächsten deiner Punkte, gemessen am üblichen Abstand der Punkte, solange die meisten Punkte getroffen sind",
    says: ["Die Fälschungen wiederholen deine Punkte: Die mittlere liegt {near%} des üblichen Abstands von einem entfernt, und {hit%} der Punkte sind getroffen."],
    advice: "Die Punkte sind alle Daten, die es gibt; sie zu wiederholen ist also, was das Spiel verlangt. Mehr Punkte oder eine größere Streuung machen eine Form daraus.",
  },
  divergence: {
    label: "Entgleisen",
    help: "Die Spieler treiben einander immer weiter von den Daten fort.",
    signal: "Abstand der Fälschungen von der Mitte der Daten, gemessen an dem der Daten",
    says: ["Die Fälschungen laufen davon: Sie sind {reach}-mal so weit von der Mitte entfernt wie die Daten."],
    advice: "Jedes Update schießt über das Ziel hinaus. Kleinere Lernraten helfen, ebenso eine Regel für die Steigung des Diskriminators.",
  },
};
