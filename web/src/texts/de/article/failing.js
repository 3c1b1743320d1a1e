// The article, in German: how a GAN fails, and why.

/** @typedef {import("../../en/article/index.js").Section} Section */

export const failing = {
  failing: /** @type {Section} */ ({
    title: "Warum es misslingt",
    blocks: [
      "Gewöhnliches Training geht bergab: Es gibt einen Verlust, und ein Schritt, der klein genug ist, macht ihn kleiner. Ein Spiel " +
        "hat keinen solchen Hang. Der Zug des einen ändert die Landschaft des anderen. Drei Arten zu scheitern kehren immer wieder.",
      { heading: "Moduskollaps" },
      "Ein **Modus** ist eine Stelle, an der viele echte Punkte liegen, etwa eine Gruppe des Rings. Findet G eine, die D noch nicht " +
        "verdächtigt, lohnt es sich, alles dorthin zu schicken. D merkt es und macht die Stelle verdächtig; G zieht zur nächsten; " +
        "D vergisst die erste. Sie laufen im Kreis und decken nie den ganzen Ring ab.",
      { figure: "collapse" },
      "Die zweite Einstellung lässt D feinere Einzelheiten sehen und hindert sein Urteil daran, zur Klippe zu werden (die Regeln heißen " +
        "R1 und R2, [Mescheder et al. 2018](mescheder-2018)). Jetzt kann D auf einen fehlenden Modus zeigen, ohne alles andere " +
        "wegzuschieben.",
      { heading: "Verschwindender Gradient" },
      "Wird D zu früh zu gut, ist sein Urteil an jeder Fälschung 0, und ein Stück weiter ist es genauso 0. Die Steigung ist weg und mit " +
        "ihr alles, woraus G lernen könnte ([Arjovsky & Bottou 2017](bottou-2017)). Hier hat D lange allein geübt. Vergleiche, wie " +
        "weit G mit jedem der beiden Verluste kommt.",
      { figure: "vanish" },
      "Was hilft: der nicht sättigende Verlust; weniger Updates oder eine kleinere Rate für D; eine Regel, die D flach hält; oder alles " +
        "zu verwischen, was D sieht, damit sich die Wolken überlappen.",
      { heading: "Im Kreis laufen" },
      "Auch bei vollem Durchblick können die Spieler aneinander vorbeiziehen. Nimm das kleinste Spiel, das es gibt: Der eine wählt $x$ und will " +
        "$x\\cdot y$ klein, der andere wählt $y$ und will es groß. Der Ruhepunkt ist $x=y=0$, aber die Kräfte drehen sich um ihn " +
        "wie Wasser um einen Abfluss, der nichts hinauslässt.",
      { figure: "circles" },
      "Ziehen beide zugleich, führt jeder Schritt ein wenig weiter hinaus. Wechseln sie sich ab, kreisen sie für immer. Erst etwas, das die " +
        "Spieler bremst, eine Regel für die Steigung von D etwa oder ein Mittel über vergangene Gewichte, lässt sie zur Ruhe kommen " +
        "([Mescheder et al. 2018](mescheder-2018)). Im Labor sieht man das an Fälschungen, die um die Daten hin und her schwingen, und " +
        "an Verlusten, die abwechselnd steigen und fallen.",
    ],
  }),
};
