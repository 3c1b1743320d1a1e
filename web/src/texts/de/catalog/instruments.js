// German: the instruments; those that are metrics, too, have the metrics' words.
import { metrics } from "./metrics.js";

const slowly =
  "Der Wert eines perfekten Generators sinkt mit mehr Punkten nur langsam, und wenige Fälschungen weit draußen wiegen so " +
  "viel wie viele, die nur ein wenig danebenliegen.";

/** @param {string} letter @param {string} of */
const path = (letter, of) => ({
  [`${letter.toLowerCase()}_gradient_norm`]: {
    label: `${letter}: Gradientennorm`,
    help: `Wie steil der Verlust ${of} ist, wo er steht: die Länge seines Gradienten, im Mittel über 17 aufeinanderfolgende Schritte.`,
    misleads:
      "Ein kleiner Gradient ist ein Erfolg oder ein verschwundener: Das sieht man nur an den Fälschungen. Und Adam ist seine Länge gleich.",
    at_rest: "0 bis auf das Rauschen des Batches.",
  },
  [`${letter.toLowerCase()}_gradient_cosine`]: {
    label: `${letter}: Kosinus der Gradienten`,
    help: `Ob die Gradienten ${of} in aufeinanderfolgenden Schritten gleich gerichtet sind: 1 gleich, 0 quer, −1 entgegen; im Mittel über 16 Paare.`,
    misleads: "Jeder Batch ist eine andere Stichprobe; schon kleine Batches bringen ihn gegen 0, ob die Spieler ruhen oder nicht.",
    at_rest: "Etwa 0: Was bleibt, ist das Rauschen des Batches.",
  },
  [`${letter.toLowerCase()}_rotation`]: {
    label: `${letter}: Drehung des Wegs`,
    help: `Wie sehr sich der Weg ${of} durch den Raum seiner Gewichte von Schritt zu Schritt dreht: 0° geradeaus, 90° quer, 180° zurück; im Mittel über 16 Drehungen.`,
    misleads: "Mit Schwung sieht jeder Weg gerade aus; vergleiche nur Läufe mit demselben Optimierer.",
    at_rest: "Etwa 90° bei einfachem Gradientenabstieg; mit Schwung weniger.",
  },
});

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const instruments = {
  js_divergence: {
    ...metrics.js_divergence,
    misleads:
      "Sie sieht nicht in eine Zelle hinein, und sobald keine Zelle beide enthält, sagt sie 1, gleich wie nah oder fern die Fälschungen sind.",
  },
  kl_divergence: {
    ...metrics.kl_divergence,
    misleads: "Fälschungen, wo keine echten Punkte sind, kosten fast nichts: Rauschen überall schneidet besser ab als ein verlorener Modus.",
  },
  mode_coverage: {
    ...metrics.mode_coverage,
    unit: "Modi",
    misleads: "Eine Fälschung genügt: Ein Modus mit einem Tausendstel seines Anteils gilt als erreicht.",
  },
  high_quality_rate: {
    ...metrics.high_quality_rate,
    misleads: "Ein Generator, der nur einen Modus macht, und den zu eng, erreicht 100 %.",
  },
  mode_kl: {
    label: "Modi, umgekehrte KL",
    unit: "Nat",
    help:
      "Wie ungleich die Fälschungen auf die Modi verteilt sind. Ein einziger von K Modi gibt log K; auch ein perfekter Generator " +
      "mit n Fälschungen gibt (K − 1)/2n, da Anzahlen zufällig schwanken.",
    misleads: "Es zählt jede Fälschung für den nächsten Modus, so weit er auch weg ist: Rauschen überall schneidet gut ab.",
  },
  optimal_value: {
    label: "Wert des besten D",
    unit: "Nat",
    help:
      "Was der bestmögliche Diskriminator gegen diese Fälschungen erreichte: −log 4, wenn nichts zu unterscheiden ist, 0, wenn " +
      "alles zu unterscheiden ist. Das Negative davon ist der kleinste Kreuzentropie-Verlust, den ein D haben kann. Gezählt in " +
      "30 × 30 Zellen, der Fehler endlicher Stichproben ist abgezogen.",
    misleads:
      "Es ist das, was irgendein Diskriminator erreichen könnte, nicht was dieser erreicht; innerhalb einer Zelle kann noch mehr zu unterscheiden sein.",
  },
  wasserstein_1: {
    label: "Wasserstein-1",
    help:
      "Der Abstand des Erdbewegers: wie weit jede Fälschung im Mittel getragen werden muss, in Einheiten der Ebene, wenn jede den " +
      "Platz eines echten Punktes einnimmt. Für die Stichproben exakt.",
    misleads: slowly,
  },
  wasserstein_2: {
    label: "Wasserstein-2",
    help:
      "Wie Wasserstein-1, aber weite Wege zählen mehr: die Wurzel aus dem mittleren Quadrat der Wege. Für die Stichproben exakt.",
    misleads: slowly,
  },
  sliced_wasserstein: {
    label: "Sliced Wasserstein",
    help:
      "Wasserstein-2 der Schatten, die die Punkte auf Geraden in 128 Richtungen werfen. Auf einer Geraden paart man am besten nach " +
      "der Reihenfolge, so lassen sich Tausende vergleichen.",
    misleads: "Es sieht Schatten: Formen, die von den meisten Seiten gleich aussehen, gelten als fast gleich.",
  },
  mmd: {
    label: "MMD",
    unit: "zum Quadrat",
    help:
      "Maximum Mean Discrepancy: Sind Fälschungen einander und den echten Punkten so nah wie echte Punkte untereinander? " +
      "Erwartungstreu, also etwa 0 für einen perfekten Generator und manchmal darunter; der p-Wert kommt aus 499 zufälligen Einteilungen.",
    misleads:
      "Sie sieht Unterschiede, die etwa so breit sind wie ihr Kern, der mittlere Abstand der Punkte: Zu enge Modi bemerkt sie kaum.",
  },
  mean_difference: {
    label: "Mittelabstand",
    unit: "Streuungen",
    help:
      "Wie weit die Mitte der Fälschungen von der Mitte der echten Punkte entfernt ist, in Streuungen der Daten, mit dem p-Wert von Hotellings Test.",
    misleads: "Er sieht nur die Mitte: Ein Generator, der alles auf das Mittel der Daten setzt, gilt als perfekt.",
  },
  neighbour_test: {
    label: "Nachbarntest",
    help:
      "Wie oft der nächste Nachbar eines Punktes von derselben Art ist: 50 %, wenn echte und gefälschte gemischt sind, 100 %, wenn " +
      "sie getrennt liegen. Der p-Wert kommt aus 499 zufälligen Einteilungen.",
    misleads:
      "Unter 50 % ist nicht besser: Dann liegen Fälschungen näher an echten Punkten, als der Zufall erlaubt, wie Kopien der Trainingsdaten.",
  },
  classifier_test: {
    label: "Test mit einem Klassifikator",
    help:
      "Ein neues Netz mit 20 Einheiten lernt, die Hälfte der Fälschungen von der Hälfte der echten Punkte zu unterscheiden, und wird " +
      "nach der anderen Hälfte gefragt: 50 % richtig, wenn nichts zu unterscheiden ist, 100 %, wenn alles. Der p-Wert ist der für so viele Treffer durch Raten.",
    misleads: "Er ist so scharf wie sein Netz aus 20 Einheiten: Feines, etwa zu breite Modi, kann ihm entgehen, und 50 % beweisen dann nichts.",
  },
  precision: {
    label: "Präzision",
    help: "Wie viele Fälschungen echt aussehen: Sie liegen im Kreis eines echten Punktes, der bis zu dessen drittnächstem Nachbarn reicht.",
    misleads: "Ein echter Punkt weit draußen hat einen großen Kreis, in dem schlechte Fälschungen als gute gelten; und verlorene Modi kosten nichts.",
  },
  recall: {
    label: "Abdeckung (Recall)",
    help:
      "Wie viele echte Punkte der Generator erreichen kann: Sie liegen im Kreis einer Fälschung, der bis zu deren drittnächstem Nachbarn reicht.",
    misleads: "Dünn verstreute Fälschungen haben große Kreise, sodass Rauschen überall fast alles erreicht.",
  },
  birthday: {
    label: "Geburtstags-Träger",
    unit: "Orte",
    help:
      "Wie viele verschiedene Punkte der Generator zu haben scheint: Unter M von ihnen sehen so oft wie nicht zwei gleich aus, wie bei " +
      "Geburtstagen. Gleich ist näher als 1/200 der Bildseite. Alle Paare von 5.000 Fälschungen werden verglichen.",
    misleads:
      "Rauschen fern der Daten hat auch einen großen Träger, und ein feineres Raster zählte mehr Orte: Vergleiche nur mit dem Wert eines perfekten Generators.",
  },
  log_density: {
    label: "Log-Dichte",
    unit: "Nat",
    help:
      "Wie wahrscheinlich die Fälschungen unter den Daten sind, deren Dichte genau bekannt ist. Ein perfekter Generator erreicht minus " +
      "die Entropie der Daten. Eine Fälschung fern von allem zählt mit −100.",
    misleads: "Am besten schneidet ein Generator ab, der nur einen Punkt macht, den wahrscheinlichsten; verlorene Modi kosten nichts.",
  },
  parzen_likelihood: {
    label: "Parzen-Log-Likelihood",
    unit: "Nat",
    help:
      "Wie wahrscheinlich echte Punkte unter dem Generator sind, dessen Dichte durch ein kleines Gauß-Fenster an jeder Fälschung " +
      "geschätzt wird. Andere echte Punkte wählen die Breite h der Fenster. Ein echter Punkt fern aller Fälschungen zählt mit −100.",
    misleads:
      "Die Fenster verwischen, was der Generator macht: Ein scharfer, richtiger kann schlechter abschneiden als ein unscharfer, und Kopien der Daten am besten.",
  },
  image_classes: {
    label: "Vertretene Klassen",
    unit: "gefunden",
    help:
      "Wie viele Klassen der Generator macht, nach dem, wofür ein kleiner Klassifikator die Fälschungen hält. Eine Klasse zählt, wenn sie " +
      "mindestens ein Zehntel ihres Anteils in den Daten hat: Einzelne Fälschungen kann er falsch einordnen.",
    misleads:
      "Der Klassifikator muss alles für etwas halten: Auch Rauschen gilt als eine Klasse, und ein gutes Bild je Klasse, immer wieder gemacht, genügt.",
  },
  image_class_kl: {
    label: "Ungleichgewicht der Klassen",
    unit: "Nat",
    help:
      "Wie ungleich die Fälschungen auf die Klassen verteilt sind, verglichen mit den Daten. Ein Generator, der von K gleich häufigen " +
      "Klassen nur eine macht, bekommt log K.",
    misleads:
      "Es sieht, wie viele es von jeder Klasse gibt, und nichts davon, wie gut sie sind: Rauschen, das gleich oft für jede Klasse gehalten wird, schneidet gut ab.",
  },
  image_inception: {
    label: "Inception-artiger Wert",
    help:
      "Wie sicher sich ein kleiner Klassifikator bei jeder Fälschung ist und wie viele verschiedene Klassen er sieht: 1 im schlechtesten Fall, " +
      "die Zahl der Klassen im besten.",
    misleads:
      "Er sieht nie ein echtes Bild: Ein Bild je Klasse, immer wieder gemacht, erreicht den höchsten Wert. Der Klassifikator ist ein anderer als " +
      "in den Arbeiten, deren Zahlen lassen sich nicht danebenhalten.",
  },
  image_right_class: {
    label: "Richtige Klasse",
    help:
      "Der Anteil der Fälschungen, die ein kleiner Klassifikator für die Klasse hält, die vom Generator verlangt war. Einer, der nicht hört, " +
      "trifft etwa so oft wie der Zufall.",
    misleads: "Ein gutes Bild je Klasse, immer wieder gemacht, erreicht 100 %.",
  },
  image_frechet: {
    label: "Fréchet-Abstand",
    help:
      "Wie weit Fälschungen und echte Bilder in dem auseinanderliegen, was ein kleines Netz in ihnen sieht: 64 Zahlen je Bild, als zwei " +
      "Normalverteilungen genommen. In Prozent der Streuung der echten Bilder: 100 % bekommt ein Generator, der immer das gewöhnlichste Bild macht.",
    misleads:
      "Weniger Bilder geben schlechtere Werte, vergleiche also nur bei gleicher Zahl; Kopien der Trainingsdaten schneiden besser ab als neue " +
      "echte Bilder. Die Merkmale sind die des kleinen Netzes hier, die Zahlen der Arbeiten lassen sich nicht danebenhalten.",
  },
  image_precision: {
    label: "Präzision",
    help:
      "Wie viele Fälschungen echt aussehen: In dem, was ein kleines Netz in ihnen sieht, liegen sie in der Kugel eines echten Bildes, die bis zu " +
      "dessen drittnächstem Nachbarn unter den echten reicht.",
    misleads:
      "Ein echtes Bild weit draußen hat eine große Kugel, in der schlechte Fälschungen als gute gelten; und verlorene Klassen kosten nichts.",
  },
  image_recall: {
    label: "Abdeckung (Recall)",
    help:
      "Wie viele echte Bilder der Generator erreichen kann: In dem, was ein kleines Netz in ihnen sieht, liegen sie in der Kugel einer " +
      "Fälschung, die bis zu deren drittnächstem Nachbarn unter den Fälschungen reicht.",
    misleads: "Dünn verstreute Fälschungen haben große Kugeln, sodass ein paar wilde fast alles erreichen.",
  },
  image_pairs: {
    label: "Ähnlichste Paare",
    unit: "Graustufen",
    help:
      "Die acht Paare von Fälschungen, die sich am wenigsten unterscheiden, mit dem Auge zu beurteilen, und wie sehr sie sich im Mittel " +
      "unterscheiden. Ein Generator mit wenigen verschiedenen Bildern muss sich bald wiederholen: Unter 1.000 von N gleich wahrscheinlichen " +
      "sind so oft wie nicht zwei gleich, wenn N 720.000 ist.",
    misleads:
      "Es vergleicht Pixel: Dieselbe Ziffer, um zwei Pixel verschoben, gilt als eine andere, und Rauschen schneidet am besten ab. Sieh dir die Paare an.",
  },
  ...path("D", "des Diskriminators"),
  ...path("G", "des Generators"),
};
