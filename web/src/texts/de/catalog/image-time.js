// German: metrics of images, and what their detectors watch, say and advise.

const RIGHT = "D hat recht";

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const imageMetrics = {
  d_right_on_real: {
    label: "D hat recht bei echten",
    chart: RIGHT,
    help: "Anteil der echten Bilder, mit denen D nie trainiert wurde, die es für echt hält. Kann kein Diskriminator die beiden Arten unterscheiden, hat er bei je der Hälfte recht.",
    misleads: "Es sagt, wie die Spieler zueinander stehen, nicht, wie gut die Bilder sind: Auch zwei schlechte Spieler stehen bei 50 %.",
  },
  d_right_on_fakes: {
    label: "D hat recht bei Fälschungen",
    chart: RIGHT,
    help: "Anteil der Fälschungen, die der Diskriminator für Fälschungen hält. Kann kein Diskriminator die beiden Arten unterscheiden, hat er bei je der Hälfte recht.",
    misleads: "Bei 100 % kann der Generator schlecht sein, oder der Diskriminator so stark, dass auch gute Fälschungen nicht durchgehen.",
  },
};

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const imageDetectors = {
  mode_collapse: {
    label: "Moduskollaps",
    help: "Der Generator macht wenige Arten von Bildern: Bei jedem Rauschen sehen sie gleich aus.",
    signal: "Abstand der mittleren Fälschung von ihrer nächsten anderen, verglichen mit dem unter echten Bildern",
    says: ["Die Fälschungen wiederholen einander: Die mittlere ist von ihrer nächsten Nachbarin nur {variety%} so weit entfernt wie echte Bilder von ihren."],
    advice: "Ein flacherer Diskriminator jagt die Fälschungen nicht von Bild zu Bild; ebenso hilft eine kleinere Lernrate des Generators.",
  },
  missing_classes: {
    label: "Fehlende Klassen",
    help: "Der Generator macht gute Bilder, aber nur von einigen Klassen.",
    signal: "Klassen, die unter den Fälschungen vorkommen, von allen, nach dem Instrument, das sie zählt, sobald die Fälschungen den Daten ähneln",
    says: ["Nur {classes} von {of} Klassen kommen unter den Fälschungen vor."],
    advice: "Der Generator hat Arten von Bildern ausgelassen, die es in den Daten gibt. Ein flacherer Diskriminator lässt ihn zurückfinden; ein Modell, dem die Klasse gesagt wird, muss alle machen.",
  },
  d_winning: {
    label: "D gewinnt",
    help: "Der Diskriminator ist so weit voraus, dass keine Fälschung als echt durchgeht, und die Fälschungen bleiben schlecht.",
    signal: "Paare aus echtem Bild und Fälschung, die D richtig ordnet, von allen Paaren, solange die Fälschungen den Daten deutlich unähnlich sind und nicht näher kommen",
    says: ["Der Diskriminator ordnet {right%} aller Paare aus echtem Bild und Fälschung richtig, und der Generator holt nicht auf."],
    advice: "Halte den Diskriminator zurück oder lass den Generator schneller lernen.",
  },
  d_too_weak: {
    label: "D zu schwach",
    help: "Der Diskriminator sieht nicht, wie schlecht die Fälschungen sind, und kann darum den Weg nicht zeigen.",
    signal: "Paare aus echtem Bild und Fälschung, die D richtig ordnet, von allen Paaren, solange die Fälschungen den Daten deutlich unähnlich sind",
    says: ["Der Diskriminator ordnet nur {right%} aller Paare aus echtem Bild und Fälschung richtig, obwohl die Fälschungen den Daten deutlich unähnlich sind: Er hat wenig zu lehren."],
    advice: "Lass den Diskriminator mehr oder schneller lernen, halte ihn weniger zurück oder mach ihn größer.",
  },
  standstill: {
    label: "Stillstand",
    help: "Der Generator lernt nicht mehr, obwohl seine Bilder schlecht sind.",
    signal: "wie weit die Fälschungen desselben Rauschens von einer Messung zur nächsten kommen, verglichen mit dem Abstand zweier echter Bilder, solange sie den Daten deutlich unähnlich sind",
    says: ["Die Bilder ändern sich kaum: Von einer Messung zur nächsten kommen sie {moved%} des Weges zwischen zwei echten Bildern, obwohl sie den Daten deutlich unähnlich sind."],
    advice: "Der Generator lernt zu langsam oder hat nichts, woraus er lernt: Eine größere Lernrate hilft, oder ein Verlust, dessen Gradient dort groß ist, wo sich der Diskriminator sicher ist.",
  },
  oscillation: {
    label: "Schwingen",
    help: "Kein Spieler kommt zur Ruhe: Aus einem Rauschen wird alle paar Schritte ein anderes Bild.",
    signal: "wie weit die Fälschungen desselben Rauschens von einer Messung zur nächsten kommen, verglichen mit dem Abstand zweier echter Bilder, solange sie den Daten nicht näher kommen",
    says: ["Aus demselben Rauschen werden immer wieder andere Bilder: Von einer Messung zur nächsten kommen sie {moved%} des Weges zwischen zwei echten Bildern."],
    advice: "Die Spieler jagen einander. Kleinere Lernraten beruhigen das, ebenso weniger Schwung und eine Strafe auf die Steigung des Diskriminators.",
  },
  divergence: {
    label: "Entgleisen",
    help: "Die Spieler treiben ihre Zahlen gegenseitig immer weiter in die Höhe.",
    signal: "quadratisches Mittel der rohen Ausgaben von D",
    says: ["Die Ausgaben des Diskriminators laufen davon: Ihre übliche Größe ist {score}."],
    advice: "Jedes Update schießt über das Ziel hinaus. Kleinere Lernraten helfen, ebenso eine Regel für die Steigung des Diskriminators.",
  },
};
