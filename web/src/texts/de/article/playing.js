// The article, in German: what a GAN is, and how its two players learn.

/** @typedef {import("../../en/article/index.js").Section} Section */

export const playing = {
  what: /** @type {Section} */ ({
    title: "Was ein GAN ist",
    blocks: [
      "Angenommen, du hast ein paar hundert Beispiele von etwas (Handschriften, Gesichter oder, wie hier, Punkte in der " +
        "Ebene) und willst eine Maschine, die mehr von der gleichen Art macht. Die Regel, nach der die Beispiele " +
        "entstanden sind, kann niemand aufschreiben. Du hast nur die Beispiele: die **echten Punkte**.",
      "Ein **generatives gegnerisches Netz**, kurz GAN, löst das mit zwei neuronalen Netzen, die gegeneinander spielen " +
        "([Goodfellow et al. 2014](goodfellow-2014)). Der **Generator** G macht **Fälschungen**. Der **Diskriminator** D " +
        "bekommt echte Punkte und Fälschungen gezeigt und sagt, wie wahrscheinlich jeder echt ist: Diese Zahl zwischen " +
        "0 und 1 ist sein **Urteil**.",
      "Die Regel erfährt keiner von beiden. D erfährt nur hinterher, was echt war. G sieht nie einen echten Punkt: Es lernt " +
        "allein daraus, was D von seinen Fälschungen hält. So, als lernte jemand malen, indem er seine Bilder " +
        "einem Kritiker zeigt, der selbst noch lernt.",
      "Woher kommen die Fälschungen? G ist eine gewöhnliche Funktion. Man gibt ihr **Rauschen**, ein paar Zufallszahlen " +
        "namens $z$, und sie macht daraus einen Punkt $G(z)$. Anderes Rauschen, andere Fälschung. Lernen heißt, die " +
        "Funktion zu ändern, bis die Punkte so verteilt sind wie die echten.",
      "Hier geschieht alles in der Ebene, mit zwei Koordinaten je Punkt. So werden GANs nicht benutzt, aber so kann man sie " +
        "sehen: Nichts bleibt verborgen, und was mit Gesichtern schiefgeht, geht aus denselben Gründen auch mit Punkten schief.",
    ],
  }),

  how: /** @type {Section} */ ({
    title: "Wie es lernt",
    blocks: [
      "Jeder Spieler hat eine Zahl, die er klein machen will: seinen **Verlust**. Der von D ist klein, wenn seine Urteile " +
        "stimmen: nahe 1 auf echten Punkten, nahe 0 auf Fälschungen. Der von G ist klein, wenn D sich bei den " +
        "Fälschungen irrt. Ein Netz verkleinert seinen Verlust, indem es alle seine Gewichte ein wenig in die Richtung " +
        "ändert, in der er am schnellsten fällt; diese Richtung ist der **Gradient**, und wie weit es geht, bestimmt " +
        "die **Lernrate**.",
      "Sie wechseln sich ab: D lernt aus einem Schwung echter und gefälschter Punkte, dann lernt G aus der Antwort von D. " +
        "Eine solche Runde ist ein **Schritt**. Sieh dir zuerst jeden Spieler allein an.",
      { heading: "Der Diskriminator allein" },
      "In diesem kleinen Labor ist der Generator eingefroren. Drück auf Abspielen: Der Hintergrund zeigt das Urteil von D an " +
        "jeder Stelle der Ebene, grün, wo es „echt“ sagen würde, violett, wo es „gefälscht“ sagen würde.",
      { figure: "d-alone" },
      "D zieht bald eine Grenze zwischen den beiden Wolken. Was es findet, hat einen Namen. Für jede Stelle " +
        "sei $p(x)$, wie dicht die echten Punkte dort liegen, und $q(x)$, wie dicht die Fälschungen. Das beste mögliche Urteil ist",
      { tex: "D^*(x)=\\frac{p(x)}{p(x)+q(x)}" },
      "der Anteil der echten unter allen Punkten, die bei $x$ auftauchen. Wo beide Wolken gleich dicht sind, kann niemand mehr " +
        "sagen als ein halb, und das Bild ist blass.",
      { heading: "Der Generator allein" },
      "Jetzt umgekehrt: D hat eine Weile gelernt und ist dann eingefroren. Jeder rosa Pfeil ist das, woraus G lernt: die " +
        "Richtung, in der das Urteil von D am schnellsten steigt, dort, wo diese Fälschung steht.",
      { figure: "g-alone" },
      "Sich selbst überlassen, verteilt sich G nicht über die echten Punkte. Es läuft zu der einen Stelle, die D am besten " +
        "gefällt, und dort häuft sich alles. Ein Kritiker, der sich nicht ändert, lässt sich immer überlisten. Drück " +
        "auf den Knopf, damit D weiterlernt: Es entdeckt den Haufen, das Grün wandert, und die Pfeile zeigen anderswohin.",
      { heading: "Beide zusammen" },
      "Wechseln sie sich schnell genug ab, wird aus der Jagd ein Lernen. Sobald zu viele Fälschungen an einer Stelle drängen, " +
        "macht D sie verdächtig und schiebt sie dorthin weiter, wo echte Punkte noch nicht abgedeckt sind.",
      { figure: "both" },
      "Zur Ruhe kommen kann das Spiel nur, wenn die Fälschungen genau so verteilt sind wie die echten Punkte: Dann ist $p=q$, " +
        "das beste Urteil ist überall ein halb, der Hintergrund blass und kein Pfeil mehr da. Das ist das **Gleichgewicht**. " +
        "Ob man dort ankommt, ist eine andere Frage, und davon handelt der größte Teil dieser Seite.",
    ],
  }),
};
