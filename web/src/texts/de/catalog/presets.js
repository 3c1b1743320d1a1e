// German: the presets.

const WORKING = "Gelingt";
const FAILING = "Misslingt mit Absicht";
const ORIGINALS = "Aus dem GAN Lab";

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const presets = {
  ring_all_modes: {
    group: WORKING,
    label: "Ring, alle Modi",
    help:
      "Acht Glocken auf einem Ring, ganz gelernt: R1 und R2 halten den Diskriminator flach, während " +
      "Fouriermerkmale ihn kleine Einzelheiten sehen lassen.",
    watch: "Die Fälschungen verteilen sich erst und teilen sich dann in acht Gruppen: Alle 8 Modi sind erreicht.",
  },
  grid_all_modes: {
    group: WORKING,
    label: "Raster, alle Modi",
    help:
      "Fünfundzwanzig Glocken auf einem Raster, die schwerste der klassischen Proben, mit größeren Netzen und " +
      "denselben zwei Regularisierern wie beim Ring.",
    watch:
      "Fünfundzwanzig kleine Ziele: Das Gitter wird an eines nach dem anderen geheftet, bis alle 25 Modi erreicht sind.",
  },
  least_squares_ring: {
    group: WORKING,
    label: "Kleinste Quadrate",
    help:
      "Die rohe Ausgabe des Diskriminators soll 1 auf echten Punkten und 0 auf Fälschungen sein. Mit R1 und R2 kommt " +
      "das Spiel dort zur Ruhe, wo er überall ½ sagt.",
    watch:
      "Die Verluste kommen zur Ruhe, wo keiner mehr gewinnt, der von D bei ¼ und der von G bei ⅛, und alle 8 Modi " +
      "sind erreicht.",
  },
  wasserstein_clipping: {
    group: WORKING,
    label: "Wasserstein mit Gewichtsgrenze",
    help:
      "Das erste Wasserstein-GAN: Kein Gewicht des Diskriminators darf einen kleinen Kasten verlassen, auf jedes " +
      "Update des Generators kommen fünf von ihm, mit RMSProp.",
    watch:
      "Alle 8 Modi sind früh gefunden, bleiben aber unscharf: Begrenzte Gewichte machen die Steigung von D grob.",
  },
  wasserstein_gp: {
    group: WORKING,
    label: "Wasserstein mit Gradientenstrafe",
    help:
      "Der Diskriminator misst, wie weit die Fälschungen reisen müssen; seine Steigung wird nahe 1 gehalten, und " +
      "auf jedes Update des Generators kommen fünf von ihm.",
    watch: "Der Verlust des Diskriminators ist minus der Abstand der Wolken: Er steigt gegen 0.",
  },
  wasserstein_algorithm_1: {
    group: WORKING,
    label: "Wasserstein-GAN, Algorithmus 1",
    help:
      "Das Wasserstein-GAN genau wie in seinem Artikel: RMSProp mit der Rate 0,00005, die Gewichte nach jedem der fünf " +
      "Updates des Kritikers auf ±0,01 gestutzt, je 64 Punkte.",
    watch:
      "Langsam und stetig: Die Wolke zieht sich auf den Ring zusammen und verliert unterwegs keinen Modus. Die Gewichte " +
      "von D passen in einen winzigen Kasten, darum bleibt sein Verlust nahe 0.",
  },
  two_time_scales: {
    group: WORKING,
    label: "Zwei Zeitskalen",
    help:
      "D lernt durch seine Lernrate schneller als G, nicht durch mehr Updates: die Regel der zwei Zeitskalen, mit dem " +
      "Wasserstein-Verlust und einer Gradientenstrafe.",
    watch:
      "Ein Update von D je Schritt genügt, denn jedes ist dreimal so lang wie das von G: Alle 8 Modi sind erreicht, wie " +
      "mit fünf Updates.",
  },
  mode_collapse: {
    group: FAILING,
    label: "Moduskollaps",
    help:
      "Ein Spiel, das mit Absicht misslingt: ein schwacher Diskriminator, zwei Updates des Generators auf eines " +
      "von ihm, langer Schwung und kein Regularisierer. Der Generator jagt einem Modus nach dem anderen nach.",
    watch: "Die Fälschungen drängen sich auf ein, zwei Modi, werden entdeckt und springen zum nächsten.",
  },
  vanishing_gradient: {
    group: FAILING,
    label: "Verschwindender Gradient",
    help:
      "Die Fälschungen beginnen als kleiner Haufen in der Mitte, wo kein echter Punkt liegt. Bald ist sich der " +
      "Diskriminator bei jedem Punkt sicher, und der Gradient des Minimax-Verlusts schrumpft auf ein Millionstel.",
    watch:
      "Beide Verluste fallen auf 0, und die Fälschungen stehen still, weit von jedem Modus. Stell dann den Verlust auf " +
      "nicht sättigend: Sie bewegen sich.",
  },
  oscillation: {
    group: FAILING,
    label: "Schwingung",
    help:
      "Der Wasserstein-Verlust ohne jede Regel, die die Steigung des Diskriminators klein hält, und einfacher " +
      "Gradientenabstieg: Die Spieler kreisen um das Gleichgewicht, das sie suchen.",
    watch: "Die Fälschungen schwingen um die Daten und kommen nie zur Ruhe, und die Verluste schwingen mit.",
  },
  discriminator_too_strong: {
    group: FAILING,
    label: "Diskriminator zu stark",
    help:
      "Ein großer Diskriminator, der in jedem Schritt zehnmal lernt, gegen einen Generator mit kleinen Updates: Sein " +
      "Urteil wird zu Klippen, die dem Generator kaum sagen, wohin.",
    watch:
      "D unterscheidet fast alle Punkte: Sein Verlust bleibt klein, der von G groß, und die Fälschungen kommen kaum " +
      "näher.",
  },
  discriminator_too_weak: {
    group: FAILING,
    label: "Diskriminator zu schwach",
    help:
      "Ein kleiner Diskriminator, der viel zu langsam lernt: Er nennt die Fälschungen weiter echt, während sie " +
      "weglaufen, und nichts ruft sie zurück.",
    watch: "Die Fälschungen laufen dorthin, wo D einmal „echt“ sagte, und aus dem Bild, bevor er widerspricht.",
  },
  gan_lab: {
    group: ORIGINALS,
    label: "GAN Lab: Kreisband",
    help:
      "Das Modell, mit dem das ursprüngliche GAN Lab beginnt: dasselbe Rauschen, dieselben Daten, Netze, " +
      "Anfangsgewichte und Updates. Seine verborgenen 0,95 auf echten Punkten fehlen.",
    watch:
      "Kleine Netze und einfacher Gradientenabstieg: Die Fälschungen biegen sich um das Band und schließen es nie " +
      "ganz. Wie weit sie kommen, hängt vom Startwert ab.",
  },
  gan_lab_line: {
    group: ORIGINALS,
    label: "GAN Lab: Linie",
    help: "Das Modell des GAN Lab auf seiner Linie, der einfachsten seiner Formen.",
    watch:
      "In einigen hundert Schritten kommen die Fälschungen zur Mitte der Linie; wie viel davon sie bedecken, hängt vom " +
      "Startwert ab.",
  },
  gan_lab_gaussians: {
    group: ORIGINALS,
    label: "GAN Lab: zwei Hügel",
    help: "Das Modell des GAN Lab auf zwei Glocken, einer runden und einer schmalen, die einander fast berühren.",
    watch: "Innerhalb von tausend Schritten haben beide Hügel ihren Anteil an den Fälschungen.",
  },
  gan_lab_disjoint: {
    group: ORIGINALS,
    label: "GAN Lab: drei Flecken",
    help: "Das Modell des GAN Lab auf seiner schwersten Form: drei kleine Flecken mit nichts dazwischen.",
    watch:
      "Drei ferne Flecken sind zu viel für ein so kleines Modell: Die Fälschungen bleiben dazwischen oder fallen in " +
      "einen, und füllen nie alle drei.",
  },
  conditional_ring: {
    group: WORKING,
    label: "Jede Klasse auf Wunsch",
    help:
      "Der Ring mit Klassen: G wird gesagt, welche Glocke es zeichnen soll, und D, welche es ansieht. Kein Modus kann " +
      "verloren gehen, denn jeder Batch verlangt alle.",
    watch:
      "Jeder Modus hat eine Farbe, und die Fälschungen, von denen er verlangt ist, sammeln sich dort. Wähle im Bild eine " +
      "Klasse: D urteilt für sie allein.",
  },
  bigan_ring: {
    group: WORKING,
    label: "Hin und zurück",
    help:
      "Ein Encoder lernt neben G zu sagen, aus welchem Rauschen ein Punkt kommt, indem er mit G zusammen D täuscht: ein " +
      "BiGAN auf dem Ring.",
    watch:
      "Linien führen von echten Punkten zu G(E(x)): Sie schrumpfen von quer über den Ring auf einen Bruchteil davon, " +
      "obwohl niemand die beiden vergleicht.",
  },
};
