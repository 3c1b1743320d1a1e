// German: the server's own sentences: ranges, refusals and notices.

/** @param {string} text @returns {string} with a decimal comma and points between thousands */
const comma = (text) => text.replace(/(?<=\d)[.,](?=\d)/g, (mark) => (mark === "." ? "," : "."));

/** @type {import("../../../lib/translate-catalog.js").ServerWords["phrases"]} */
export const phrases = [
  // ranges
  [/a whole number from (\S+) to (\S+)/i, (_, low, high) => `eine ganze Zahl von ${comma(low)} bis ${comma(high)}`],
  [/a number from (\S+) to (\S+)/i, (_, low, high) => `eine Zahl von ${comma(low)} bis ${comma(high)}`],
  [/a number above (\S+) and at most (\S+)/i, (_, low, high) => `eine Zahl über ${comma(low)} und höchstens ${comma(high)}`],
  [
    /a list of (\S+) to (\S+) pairs \[x, y\] of numbers from (\S+) to (\S+)/i,
    (_, least, most, low, high) => `eine Liste von ${least} bis ${most} Paaren [x, y] aus Zahlen von ${comma(low)} bis ${comma(high)}`,
  ],
  [
    /a list of (\S+) to (\S+) whole numbers from (\S+) to (\S+)/i,
    (_, least, most, low, high) => `eine Liste von ${least} bis ${most} ganzen Zahlen von ${comma(low)} bis ${comma(high)}`,
  ],
  [/the key of something kept: 64 of the digits 0 to 9 and a to f/, "der Schlüssel von etwas Aufbewahrtem: 64 der Zeichen 0 bis 9 und a bis f"],
  [/true or false/i, "ja oder nein"],
  [/one of (?=\w)/i, "eines von "],
  [
    /at most 1 with turns that decide themselves how often each player moves/,
    "höchstens 1 bei einer Zugfolge, die selbst bestimmt, wie oft jeder zieht",
  ],
  [
    /0 with a D optimizer that cannot be differentiated/,
    "0, da sich dieser Optimierer des Diskriminators nicht ableiten lässt",
  ],
  [
    /0 with turns that leave nothing to look ahead to/,
    "0, da diese Zugfolge nichts übrig lässt, das vorauszusehen wäre",
  ],
  [
    /data that has classes while the model is conditional, such as the ring or the grid of Gaussians, two moons, circles, the spiral or the pinwheel/,
    "Daten mit Klassen, solange das Modell bedingt ist, etwa der Ring oder das Raster aus Glocken, zwei Monde, Kreise, die Spirale oder das Windrad",
  ],
  [
    /a loss that treats real and fake alike while the model has an encoder, such as non-saturating, minimax, least squares, hinge or Wasserstein/,
    "ein Verlust, der Echtes und Gefälschtes gleich behandelt, solange das Modell einen Encoder hat, etwa nicht sättigend, Minimax, kleinste Quadrate, Hinge oder Wasserstein",
  ],
  [
    /images in pairs, such as outlines and shapes, while the model is pix2pix/,
    "Bilder in Paaren, solange das Modell pix2pix ist, etwa Umrisse und Formen",
  ],
  [/images that have classes while the model is conditional/, "Bilder mit Klassen, solange das Modell bedingt ist"],
  [/a model that knows the target of each fake: pix2pix/, "ein Modell, das das Ziel jeder Fälschung kennt: pix2pix"],
  [/a model with noise to go through; pix2pix has none/, "ein Modell mit Rauschen, durch das es geht; pix2pix hat keines"],
  [
    /a fully connected layer in it while the model has an encoder, which is as D is/,
    "eine vollständig verbundene Schicht darin, solange das Modell einen Encoder hat, der wie D gebaut ist",
  ],
  [/turns for images that need no second derivatives, such as alternating/, "für Bilder eine Zugfolge ohne zweite Ableitungen, etwa abwechselnd"],
  [/([01]) for images/, "$1 für Bilder"],
  [/at least (\d+) with batch norm on single numbers/, "mindestens $1 mit Batch-Norm auf einzelnen Zahlen"],
  [/at most (\d+) with networks of this size/, "höchstens $1 mit Netzen dieser Größe"],
  [/networks of at most (\S+) weights together/, (_, most) => `Netze mit zusammen höchstens ${comma(most)} Gewichten`],
  [/(?:a number|numbers) below (\d+), for only so many (real ones|fakes) are shown/, (_, most, kind) => `unter ${most}: Mehr ${kind === "fakes" ? "Fälschungen" : "echte"} sind nicht zu sehen`],
  [/a multiple of the packing, (\d)/, "ein Vielfaches der Päckchengröße $1"],
  [
    /1 with a model that is told the class of each sample/,
    "1 bei einem Modell, dem die Klasse jedes Punkts gesagt wird",
  ],
  [
    /at most (\d+) with a discriminator that compares the samples of a batch in so many ways/,
    "höchstens $1 bei einem Diskriminator, der die Punkte eines Batches auf so viele Arten vergleicht",
  ],
  [/a loss with labels; .* has none/, "ein Verlust mit Labels; der gewählte hat keine"],
  [
    /off while the running average of G is on: set that to 0 first/,
    "aus, solange das laufende Mittel von G an ist: Setze das zuerst auf 0",
  ],
  // refusals
  [/^Must be (?=eine |ja |eines )/, "Erlaubt ist "],
  [/^Must be (.*)\. (?=Still using|Nothing was changed)/, "Erwartet wurde: $1. "],
  [/^Must be (.*)\.$/, "Erwartet wurde: $1."],
  [/Still using (.*)\.$/, (_, value) => `Es gilt weiter ${comma(value)}.`],
  [/Nothing was changed\.$/, "Nichts wurde geändert."],
  // notices
  [/^The run diverged at step (\S+)$/, (_, step) => `Der Lauf ist bei Schritt ${step.replaceAll(",", ".")} entgleist`],
  [/^Halve the generator's learning rate$/, "Lernrate des Generators halbieren"],
  [/^Halve the discriminator's learning rate$/, "Lernrate des Diskriminators halbieren"],
  [
    /^The numbers overflowed\. The (\w+)'s learning rate, (\S+), is the likely cause: each update overshot by more than the one before\.$/,
    (_, player, rate) =>
      `Die Zahlen sind übergelaufen. Ursache ist wohl die Lernrate ${player === "generator" ? "des Generators" : "des Diskriminators"}, ` +
      `${comma(rate)}: Jedes Update schoss weiter über das Ziel hinaus als das vorige.`,
  ],
  // remedies
  [/^Add R1 and R2$/, "R1 und R2 dazunehmen"],
  [/^Add R1$/, "R1 dazunehmen"],
  [/^Add a gradient penalty$/, "Gradientenstrafe dazunehmen"],
  [/^A tenth of the penalties$/, "Ein Zehntel der Strafen"],
  [/^Add instance noise$/, "Rauschen auf alle Punkte"],
  [/^Non-saturating loss$/, "Nicht sättigender Verlust"],
  [/^One G update per step$/, "1 G-Update je Schritt"],
  [/^One D update per step$/, "1 D-Update je Schritt"],
  [/^More D updates per step$/, "Mehr D-Updates je Schritt"],
  [/^Equal learning rates$/, "Gleiche Lernraten"],
  [/^Halve both learning rates$/, "Beide Lernraten halbieren"],
  [/^Spread the points \(new run\)$/, "Punkte streuen (neuer Lauf)"],
  [/^Training goes on$/, "Das Training geht weiter"],
  [
    /^The process that trained this run ended unexpectedly\. It goes on from a moment ago\.$/,
    "Der Prozess, der diesen Lauf trainierte, endete unerwartet. Es geht von einem Augenblick vorher weiter.",
  ],
  [/^The run was paused$/, "Der Lauf wurde angehalten"],
  [/^The server stops$/, "Der Server hält an"],
  [
    /^The run is kept; the page comes back to it by itself\.$/,
    "Der Lauf bleibt erhalten; die Seite kehrt von selbst zu ihm zurück.",
  ],
];
