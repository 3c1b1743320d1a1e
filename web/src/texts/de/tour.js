// German: the sentences of the guided tour, stop by stop.

/** @type {typeof import("../en/tour.js").tour} */
export const tour = {
  name: "Rundgang",
  start: "Den Rundgang machen",
  startHelp: "Zehn Stationen an den echten Bedienelementen, in etwa fünf Minuten.",
  offer: "Neu hier? Mach den Rundgang",
  progress: (at, of) => `Station ${at} von ${of}`,
  next: "Weiter",
  finish: "Fertig",
  skip: "Diese Station überspringen",
  leave: "Rundgang verlassen",
  show: "Dorthin",
  predict: "Was erwartest du?",
  waiting: "Du bist dran",
  expected: (answer) => `Du hast erwartet: ${answer}`,

  stops: {
    data: {
      title: "Such etwas zum Nachahmen aus",
      text:
        "Jedes kleine Bild ist eine Verteilung: ein Rezept für echte Punkte. Der Generator soll lernen, solche Punkte zu machen, ohne " +
        "dass man ihm das Rezept verrät.",
      task: "Wähl eine andere Verteilung, zum Beispiel zwei Monde.",
      after: "Ein neuer Lauf steht bei Schritt 0, mit Netzen, die noch nichts wissen.",
    },
    colours: {
      title: "Grün ist echt, Violett gefälscht",
      text:
        "Grüne Punkte sind echt. Violette sind das, was der untrainierte Generator aus Rauschen macht. Der Hintergrund ist das Urteil des " +
        "Diskriminators: grün, wo er „echt“ sagen würde, violett, wo „gefälscht“. Auch er weiß noch nichts.",
      after: "Zeig auf einen Punkt, um zu lesen, was man über ihn weiß.",
    },
    play: {
      title: "Drück auf Abspielen",
      text: "Gleich lernen beide Spieler abwechselnd, 300 Schritte in der Sekunde.",
      predictions: {
        spread: "die violetten Punkte verteilen sich sofort über die grünen",
        rush: "sie eilen als Wolke an eine Stelle und verteilen sich später",
        stay: "sie bleiben, und nur der Hintergrund ändert sich",
      },
      task: "Drück auf Abspielen und sieh einen Augenblick zu.",
      after:
        "Zuerst ziehen sie meist als eine Wolke dorthin, wo der Diskriminator am sichersten „echt“ sagt. Er bemerkt das Gedränge, der " +
        "Hintergrund ändert sich, und sie werden weitergeschoben. Jagd um Jagd decken sie die grünen Punkte ab.",
    },
    "d-only": {
      title: "Nur der Diskriminator",
      text: "Sieh dir die Spieler jetzt einzeln an. Halt zuerst an, dann lass den Diskriminator allein lernen.",
      predictions: {
        dots: "die violetten Punkte bewegen sich",
        colours: "der Hintergrund ändert sich und mit ihm die Pfeile",
        both: "beides",
      },
      task: "Halt an und drück dann dreimal auf „Nur D“.",
      after:
        "Nur der Hintergrund und die Pfeile ändern sich. Der Diskriminator bewegt keine Punkte; er ändert seine Meinung über Stellen. Die " +
        "violetten Punkte bleiben genau, wo sie waren.",
    },
    "g-only": {
      title: "Nur der Generator",
      text: "Umgekehrt: Der Diskriminator hält still, und jeder violette Punkt folgt seinem rosa Pfeil.",
      task: "Drück dreimal auf „Nur G“.",
      after:
        "Die Punkte sind ihren Pfeilen gefolgt, und der Hintergrund stand still. Alles, was der Generator je über die Daten erfährt, steckt " +
        "in diesen Pfeilen.",
    },
    layers: {
      title: "Sieh darunter",
      text:
        "Das Bild hat Ebenen. Das Gitter zeigt, wie der Generator ein quadratisches Netz aus Rauschen biegt, um es über die Daten zu legen: Wo " +
        "seine Linien eng liegen, landen viele Fälschungen.",
      task: "Schalte die Ebene „Gitter“ um.",
      after: "Das Gitter lässt sich dehnen und falten, aber nie zerreißen: Darum liegen ein paar Fälschungen zwischen getrennten Gruppen.",
    },
    loss: {
      title: "Ändere die Regeln",
      text:
        "Der Verlust sagt, was jeder Spieler erreichen will. Die meisten Einstellungen lassen sich ändern, während trainiert wird; die anderen " +
        "sagen, dass sie einen neuen Lauf beginnen.",
      task: "Wähl einen anderen Verlust.",
      after: "Er gilt seit dem nächsten Schritt, und der Lauf ging weiter. Was er bedeutet, steht daneben; Rückgängig bringt den alten zurück.",
    },
    break: {
      title: "Mach es kaputt",
      text:
        "Manche Vorlagen misslingen mit Absicht. Bei „Moduskollaps“ ist der Diskriminator schwach, und der Generator zieht zweimal für jeden " +
        "seiner Züge.",
      predictions: {
        all: "die Fälschungen decken alle acht Gruppen ab, nur langsamer",
        jump: "sie drängen sich auf ein, zwei Gruppen und springen",
        still: "sie kommen in der Mitte zur Ruhe",
      },
      task: "Wähl die Vorlage „Moduskollaps“, drück auf Abspielen und sieh 1.000 Schritte lang zu.",
      after:
        "Alles an eine Gruppe zu schicken lohnt sich, bis der Diskriminator es merkt. Dann lohnt es sich, alles an die nächste zu schicken. " +
        "Nichts in diesem Spiel belohnt es, alle zugleich abzudecken.",
      measured: (covered, modes) => `Gerade erreichen die Fälschungen ${covered} von ${modes} Gruppen.`,
    },
    metrics: {
      title: "Trau nicht nur deinen Augen",
      text:
        "Die JS-Divergenz vergleicht Tausende echter und gefälschter Punkte: 0 wäre gleich, 1 nichts gemeinsam. Die gestrichelte Linie ist der " +
        "Boden: Auch ein perfekter Generator bekäme so viel, weil zwei Handvoll Punkte nie ganz gleich sind.",
      after: "Niedrig ist gut, aber nie unter dem Boden. Eine Kurve, die schwingt, ist ein Spiel, das im Kreis läuft.",
    },
    end: {
      title: "Wie es weitergeht",
      text:
        "„Lernen“ ist ein Artikel mit kleinen Laboren im Text. Die Vorlagen lohnen sich eine nach der anderen: Jede sagt, worauf zu achten ist. " +
        "Und was du findest, kannst du teilen: Die Adresse enthält immer deine Einstellungen.",
      after: "Diesen Rundgang findest du im Hilfeblatt wieder.",
    },
  },
};
