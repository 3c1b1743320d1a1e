// German: the data sets of images, how pixels are scaled, and what is wrong with files.

/** @typedef {import("../../../lib/translate-catalog.js").EntryWords} EntryWords */

/** @param {string} text @returns {string} */
const points = (text) => text.replaceAll(",", ".");

const size = { label: "Größe", help: "Pixel an jeder Seite; mit weniger geht ein Schritt schneller." };

/** @type {Record<string, EntryWords>} */
export const datasets = {
  digits: {
    label: "Kleine Ziffern",
    help:
      "1.797 Ziffern von 43 Menschen, 8 × 8 Pixel, auf 16 × 16 gezeichnet. Wenige und kleine, sodass ein Schritt " +
      "fast nichts kostet; ein Diskriminator kann sie auswendig lernen.",
  },
  glyphs: {
    label: "Gedruckte Ziffern",
    help:
      "20.000 Ziffern aus 47 Schriften, gerade und kursiv, dünn und fett, jede ein wenig gedreht und gebogen: so groß " +
      "und so leicht zu lesen wie MNIST, und hier in Sekunden gemacht. 2.000 sind zum Messen zurückgelegt.",
    params: {
      size,
      jitter: {
        label: "Schwankung",
        help:
          "Wie weit Ziffern gedreht, geneigt, gestreckt, verschoben, verdickt und unscharf gemacht werden. Ohne gibt " +
          "es nur so viele Bilder wie Schriften, immer wieder gezeichnet.",
        choices: { none: "Keine", some: "Etwas", strong: "Stark" },
      },
    },
  },
  shapes: {
    label: "Formen",
    help:
      "20.000 Kreise, Ringe, Quadrate, Dreiecke, Sterne, Kreuze, Herzen und Monde, in sechs Farben und drei Größen, " +
      "auf schwarzem Grund. Form, Farbe und Größe haben nichts miteinander zu tun: Hält der Generator sie " +
      "auseinander? 2.000 sind zum Messen zurückgelegt.",
    params: { size, colour: { label: "Farbe", help: "Sechs Farben; ohne ist jede Form weiß." } },
  },
  outlines: {
    label: "Umrisse und Formen",
    help:
      "5.000 Paare: der Umriss eines Kreises, Rings, Quadrats, Dreiecks, Sterns, Kreuzes, Herzens oder Mondes, und " +
      "dieselbe Form gefüllt. Was innen ist und in welcher Farbe, ist zu lernen: für pix2pix, das aus dem ersten das " +
      "zweite macht. 1.000 sind zum Messen zurückgelegt.",
    params: {
      size,
      colours: {
        label: "Farben",
        help: "Ob ein Umriss sagt, welche Farbe seine Form hat, oder jede von sechsen richtig sein kann.",
        choices: { kind: "Eine je Art", free: "Beliebig" },
      },
    },
  },
  mnist: {
    label: "MNIST",
    help:
      "70.000 von Hand geschriebene Ziffern, das Maß einer Generation von Arbeiten. Die 10.000 des Testteils sind zum " +
      "Messen zurückgelegt.",
  },
  fashion: {
    label: "Fashion-MNIST",
    help:
      "70.000 Kleidungsstücke, gemacht, um MNIST abzulösen: so klein und so viele, und schwerer. Die 10.000 des " +
      "Testteils sind zum Messen zurückgelegt.",
  },
  cifar10: {
    label: "CIFAR-10",
    help:
      "60.000 Farbfotos von Tieren und Fahrzeugen. Schwer: Auf einem Prozessor allein stimmen Farben und Oberflächen " +
      "lange vor dem ersten Pferd. 10.000 sind zum Messen zurückgelegt.",
  },
  upload: {
    label: "Eigene Bilder",
    help:
      "Bilder, die du hochlädst: PNG oder JPEG, auf Quadrate zugeschnitten und verkleinert, oder eine IDX- oder " +
      "NPZ-Datei bis 10 MiB. Ein Zehntel wird zum Messen zurückgelegt.",
    params: { key: { label: "Hochgeladenes" } },
  },
};

/** The names of classes. @type {Record<string, string>} */
export const classes = {
  circle: "Kreis",
  ring: "Ring",
  square: "Quadrat",
  triangle: "Dreieck",
  star: "Stern",
  cross: "Kreuz",
  heart: "Herz",
  moon: "Mond",
  trousers: "Hose",
  pullover: "Pullover",
  dress: "Kleid",
  coat: "Mantel",
  sandal: "Sandale",
  shirt: "Hemd",
  sneaker: "Turnschuh",
  bag: "Tasche",
  "ankle boot": "Stiefelette",
  airplane: "Flugzeug",
  automobile: "Auto",
  bird: "Vogel",
  cat: "Katze",
  deer: "Hirsch",
  dog: "Hund",
  frog: "Frosch",
  horse: "Pferd",
  ship: "Schiff",
  truck: "Lastwagen",
};

/** @type {Record<string, EntryWords>} */
export const imageScalings = {
  symmetric: {
    label: "Schwarz −1, weiß 1",
    help:
      "Die Netze sehen Schwarz als −1 und Weiß als 1: der Bereich eines Generators, der mit tanh endet, und um 0 " +
      "herum, was dem Diskriminator hilft. Das Übliche für Bilder.",
  },
  unit: {
    label: "Schwarz 0, weiß 1",
    help:
      "Die Netze sehen Schwarz als 0 und Weiß als 1: für einen Generator, der mit einer Sigmoide endet. Einer mit tanh " +
      "hat die Hälfte seines Bereichs übrig und muss lernen, sie nicht zu nutzen.",
  },
};

/** @type {import("../../../lib/translate-catalog.js").ServerWords["phrases"]} */
export const badFiles = [
  [/Drawing digit (\S+) of (\S+)/, (_, now, all) => `Ziffer ${points(now)} von ${points(all)} wird gezeichnet`],
  [/Drawing shape (\S+) of (\S+)/, (_, now, all) => `Form ${points(now)} von ${points(all)} wird gezeichnet`],
  [/Drawing pair (\S+) of (\S+)/, (_, now, all) => `Paar ${points(now)} von ${points(all)} wird gezeichnet`],
  [/Reading picture (\S+) of (\S+)/, (_, now, all) => `Bild ${points(now)} von ${points(all)} wird gelesen`],
  [/images that are here, and (.+) is not here yet: fetch it first/, "Bilder, die da sind; $1 fehlt noch: Lade es zuerst"],
  [/images that are here, and (.+) is not here yet: have it made first/, "Bilder, die da sind; $1 fehlt noch: Lass es zuerst machen"],
  [
    /images that were uploaded to this server: these are not here, upload them again/,
    "Bilder, die auf diesen Server hochgeladen wurden: Diese sind nicht da, lade sie noch einmal hoch",
  ],
  [/PNG or JPEG pictures, or one NPZ file, or an IDX file of pictures and one of labels/, "PNG- oder JPEG-Bilder, oder eine NPZ-Datei, oder eine IDX-Datei mit Bildern und eine mit Klassenangaben"],
  [/files that can be read within 5 seconds/, "Dateien, die sich in 5 Sekunden lesen lassen"],
  [/files that can be read within 1 GiB of memory/, "Dateien, die sich mit 1 GiB Speicher lesen lassen"],
  [/a folder that can be written, to keep the set in: (.+?)(?=\. |$)/, "ein beschreibbarer Ordner für die Bilder: $1"],
  [/sent to a server that can keep them/, "ein Server, der sie aufbewahren kann"],
  [/Asking openml\.org for (.+)/, "openml.org wird nach $1 gefragt"],
  [/Downloaded ([\d.]+) MB of ([\d.]+) MB/, (_, now, all) => `${now.replace(".", ",")} von ${all.replace(".", ",")} MB geladen`],
  [/Downloaded ([\d.]+) MB/, (_, now) => `${now.replace(".", ",")} MB geladen`],
  [/Reading the numbers: minutes without news/, "Die Zahlen werden gelesen: Minuten ohne Nachricht"],
  [/Keeping the pictures/, "Die Bilder werden abgelegt"],
  [/(\S+) to (\S+) pictures/, (_, least, most) => `${least} bis ${points(most)} Bilder`],
  [/pictures of (\d+) to (\d+) pixels along each side/, "Bilder von $1 bis $2 Pixeln an jeder Seite"],
  [/1 channel \(grey\) or 3 \(colour\)/, "1 Kanal (grau) oder 3 (Farbe)"],
  [/as many labels as pictures, (\S+)/, (_, count) => `so viele Klassenangaben wie Bilder, ${points(count)}`],
  [/as many labels as pictures in both parts/, "in beiden Teilen so viele Klassenangaben wie Bilder"],
  [/one whole number for each picture/, "eine ganze Zahl je Bild"],
  [/at most (\d+) classes/, "höchstens $1 Klassen"],
  [/an IDX file \(also gzipped\) or an NPZ file of NumPy arrays/, "eine IDX-Datei (auch gezippt) oder eine NPZ-Datei mit NumPy-Feldern"],
  [/an IDX file, which begins with two zeros and the kind of its numbers/, "eine IDX-Datei; die beginnt mit zwei Nullen und der Art ihrer Zahlen"],
  [/(\S+) bytes of numbers, as its header says \((.+)\)/, (_, count, shape) => `${points(count)} Bytes an Zahlen, wie ihr Kopf sagt (${points(shape)})`],
  [/arrays of numbers alone; (.+) is none, as pickled objects are never read/, "nur Felder von Zahlen; $1 ist keines, denn Pickle wird nie gelesen"],
  [/arrays of numbers alone; (.+) is none/, "nur Felder von Zahlen; $1 ist keines"],
  [/whole arrays; (.+) is none/, "ganze Felder; $1 ist keines"],
  [/a whole gzip file/, "eine ganze gzip-Datei"],
  [/a whole NPZ file, as numpy\.savez writes it/, "eine ganze NPZ-Datei, wie numpy.savez sie schreibt"],
  [/at most (\d+) MiB once unpacked/, "ausgepackt höchstens $1 MiB"],
  [/an array of at most (\d+) MiB/, "ein Feld von höchstens $1 MiB"],
  [/arrays of at most (\d+) MiB together/, "Felder von zusammen höchstens $1 MiB"],
  [/pixels from 0 to 255/, "Pixel von 0 bis 255"],
  [/numbers from 0 to 1, -1 to 1 or 0 to 255/, "Zahlen von 0 bis 1, −1 bis 1 oder 0 bis 255"],
  [/a whole PNG or JPEG picture/, "ein ganzes PNG- oder JPEG-Bild"],
  [/a PNG or JPEG picture/, "ein PNG- oder JPEG-Bild"],
  [/at most (\S+) pixels/, (_, most) => `höchstens ${points(most)} Pixel`],
  [/(\S+) on this machine: load it, or put the files/, "$1 auf diesem Rechner: laden, oder put the files"],
  [/(\S+) from openml\.org\. If that does not work, put the files/, "$1 von openml.org. Geht das nicht: put the files"],
  [
    /put the files (.+) \(each may also be gzipped, as \.gz\) into (.+?)(?=\. |$)/,
    "die Dateien $1 (jede auch gezippt, als .gz) in den Ordner $2 legen",
  ],
];
