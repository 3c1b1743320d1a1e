// German: the presets.

/** @type {Record<string, import("../../../lib/translate-catalog.js").EntryWords>} */
export const presets = {
  ring_all_modes: {
    label: "Ring, alle Modi",
    help:
      "Acht Glocken auf einem Ring, ganz gelernt: R1 und R2 halten den Diskriminator flach, während " +
      "Fouriermerkmale ihn kleine Einzelheiten sehen lassen.",
    watch: "Die Fälschungen verteilen sich erst und teilen sich dann in acht Gruppen: Alle 8 Modi sind erreicht.",
  },
  grid_all_modes: {
    label: "Raster, alle Modi",
    help:
      "Fünfundzwanzig Glocken auf einem Raster, die schwerste der klassischen Proben, mit größeren Netzen und " +
      "denselben zwei Regularisierern wie beim Ring.",
    watch: "Fünfundzwanzig kleine Ziele: Das Gitter wird an eines nach dem anderen geheftet.",
  },
  wasserstein_gp: {
    label: "Wasserstein mit Gradientenstrafe",
    help:
      "Der Diskriminator misst, wie weit die Fälschungen reisen müssen; seine Steigung wird nahe 1 gehalten, und " +
      "auf jedes Update des Generators kommen fünf von ihm.",
    watch: "Der Verlust des Diskriminators ist minus der Abstand der Wolken: Er steigt gegen 0.",
  },
  mode_collapse: {
    label: "Moduskollaps",
    help:
      "Ein Spiel, das mit Absicht misslingt: ein schwacher Diskriminator, zwei Updates des Generators auf eines " +
      "von ihm, langer Schwung und kein Regularisierer. Der Generator jagt einem Modus nach dem anderen nach.",
    watch: "Die Fälschungen drängen sich auf ein, zwei Modi, werden entdeckt und springen zum nächsten.",
  },
  gan_lab: {
    label: "GAN Lab",
    help:
      "Das Modell, mit dem das ursprüngliche GAN Lab beginnt: dasselbe Rauschen, dieselben Daten, Netze, " +
      "Anfangsgewichte und Updates. Seine verborgenen 0,95 auf echten Punkten fehlen.",
    watch: "Kleine Netze und einfacher Gradientenabstieg: Sieh zu, wie langsam und zittrig es geht.",
  },
};
