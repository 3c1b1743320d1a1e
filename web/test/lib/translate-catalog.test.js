// The server's words in another language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { translateCatalog, translateClasses, translateText } from "../../src/lib/translate-catalog.js";
import { catalog as german } from "../../src/texts/de/catalog/index.js";

/** @param {object} more @returns {any} */
const param = (more) => ({ name: "x", label: "X", help: "Help.", kind: "float", default: 1, ...more });

/** @type {import("../../src/protocol.js").Catalog} */
const catalog = {
  version: "1",
  fields: [
    { name: "loss", label: "Loss", help: "The rule.", live: true, registry: "losses", param: null },
    { name: "seed", label: "Seed", help: "A number.", live: false, registry: null, param: param({ name: "seed" }) },
  ],
  registries: {
    losses: [
      { id: "hinge", label: "Hinge", help: "Known.", formula: "x", params: [param({ name: "margin" })] },
      { id: "own", label: "My own", help: "Unknown.", params: [] },
    ],
  },
  defaults: { loss: { id: "hinge", params: { margin: 1 } } },
};

/** @type {import("../../src/lib/translate-catalog.js").ServerWords} */
const words = {
  fields: { seed: { label: "Startzahl" } },
  registries: { losses: { hinge: { help: "Bekannt.", params: { margin: { label: "Rand", choices: { a: "A" } } } } } },
  layers: {},
  phrases: [[/^Must be (.*)\.$/, "Muss $1 sein."]],
};

test("what has words takes them, and all else stays", () => {
  const { registries, fields, defaults } = translateCatalog(catalog, words);
  const [hinge, own] = registries.losses;
  assert.equal(hinge.label, "Hinge");
  assert.equal(hinge.help, "Bekannt.");
  assert.equal(hinge.formula, "x");
  assert.equal(hinge.params[0].label, "Rand");
  assert.equal(hinge.params[0].help, "Help.");
  assert.deepEqual(own, catalog.registries.losses[1]);
  assert.deepEqual(defaults, catalog.defaults);
  assert.equal(fields[0].label, "Loss");
  assert.equal(fields[1].label, "Startzahl");
  assert.equal(fields[1].param?.label, "Startzahl");
});

test("choices keep their ids", () => {
  const choices = [{ id: "a", label: "An a" }, { id: "b", label: "A b" }];
  const given = { ...catalog, registries: { losses: [{ ...catalog.registries.losses[0], params: [param({ name: "margin", choices })] }] } };
  const [margin] = translateCatalog(given, words).registries.losses[0].params;
  assert.deepEqual(margin.choices, [{ id: "a", label: "A" }, { id: "b", label: "A b" }]);
});

test("refusals and ranges in German", () => {
  const cases = [
    ["a number above 0 and at most 10", "eine Zahl über 0 und höchstens 10"],
    ["a number from -1,000,000 to 0.5", "eine Zahl von -1.000.000 bis 0,5"],
    ["a whole number from 1 to 32", "eine ganze Zahl von 1 bis 32"],
    ["Must be a number from 0.001 to 0.5. Still using 0.05.", "Erlaubt ist eine Zahl von 0,001 bis 0,5. Es gilt weiter 0,05."],
    [
      "Must be a loss with labels; Total variation has none. Nothing was changed.",
      "Erwartet wurde: ein Verlust mit Labels; der gewählte hat keine. Nichts wurde geändert.",
    ],
    [
      "Must be off while the running average of G is on: set that to 0 first. Nothing was changed.",
      "Erwartet wurde: aus, solange das laufende Mittel von G an ist: Setze das zuerst auf 0. Nichts wurde geändert.",
    ],
    ["Must be all or nothing. Nothing was changed.", "Erwartet wurde: all or nothing. Nichts wurde geändert."],
    ["The run diverged at step 1,940", "Der Lauf ist bei Schritt 1.940 entgleist"],
    [
      "The numbers overflowed. The generator's learning rate, 0.5, is the likely cause: each update overshot by more than the one before.",
      "Die Zahlen sind übergelaufen. Ursache ist wohl die Lernrate des Generators, 0,5: Jedes Update schoss weiter über das Ziel hinaus als das vorige.",
    ],
    [
      "Must be a layer that fits here: 784 numbers do not fill 3 channels of 28×28 pixels, which are 2,352. Nothing was changed.",
      "Erlaubt ist eine Schicht, die hierher passt: 784 Zahlen füllen nicht 3 Kanäle zu 28×28 Pixeln; das wären 2.352. Nichts wurde geändert.",
    ],
    ["a 5×5 window does not fit into 3×3 pixels", "ein Fenster von 5×5 passt nicht in 3×3 Pixel"],
    [
      "1 channel of 2×2 pixels cannot stand beside the 1,024 numbers that its skip remembers",
      "1 Kanal zu 2×2 Pixeln hat nicht Platz neben dem, was ihre Abzweigung sich merkt: 1.024 Zahlen",
    ],
    ["the last layer puts out 2 numbers instead of 1 number", "aus der letzten Schicht kommt statt 1 Zahl: 2 Zahlen"],
    ["Must be 2 to 200,000 pictures. Nothing was changed.", "Erwartet wurde: 2 bis 200.000 Bilder. Nichts wurde geändert."],
    [
      "Must be MNIST on this machine: load it, or put the files a, b (each may also be gzipped, as .gz) into /var/lib/ganlab. Nothing was changed.",
      "Erwartet wurde: MNIST auf diesem Rechner: laden, oder die Dateien a, b (jede auch gezippt, als .gz) in den Ordner /var/lib/ganlab legen. Nichts wurde geändert.",
    ],
    [
      "Must be turns for images that need no second derivatives, such as alternating. Nothing was changed.",
      "Erwartet wurde: für Bilder eine Zugfolge ohne zweite Ableitungen, etwa abwechselnd. Nichts wurde geändert.",
    ],
    ["Must be 0 for images. Nothing was changed.", "Erwartet wurde: 0 für Bilder. Nichts wurde geändert."],
    ["Must be at least 2 with batch norm on single numbers. Still using 64.", "Erwartet wurde: mindestens 2 mit Batch-Norm auf einzelnen Zahlen. Es gilt weiter 64."],
    ["Must be at most 12 with networks of this size. Still using 64.", "Erwartet wurde: höchstens 12 mit Netzen dieser Größe. Es gilt weiter 64."],
    ["Must be networks of at most 4,000,000 weights together. Nothing was changed.", "Erwartet wurde: Netze mit zusammen höchstens 4.000.000 Gewichten. Nichts wurde geändert."],
    ["Must be numbers below 60, for only so many fakes are shown. Nothing was changed.", "Erwartet wurde: unter 60: Mehr Fälschungen sind nicht zu sehen. Nichts wurde geändert."],
    ["a list of 1 to 16 whole numbers from 0 to 63", "eine Liste von 1 bis 16 ganzen Zahlen von 0 bis 63"],
    ["Nobody has translated this.", "Nobody has translated this."],
  ];
  for (const [english, expected] of cases) assert.equal(translateText(english, german), expected);
});

test("classes of known sets have names in the page's language, those of one's own images their own", () => {
  const known = { id: "shapes", label: "", help: "", params: [], classes: ["circle", "T-shirt"] };
  const registries = { datasets: [known, { id: "upload", label: "", help: "", params: [] }] };
  const state = (/** @type {string} */ id) => /** @type {any} */ ({ config: { data: { id } }, images: { names: ["circle", "T-shirt"], examples: 2 } });
  const of = (/** @type {any} */ given) => translateClasses(given, /** @type {any} */ ({ registries }), german).images;
  assert.deepEqual(of(state("shapes")), { names: ["Kreis", "T-shirt"], examples: 2 });
  assert.deepEqual(of(state("upload")), { names: ["circle", "T-shirt"], examples: 2 });
  assert.equal(of({ config: { data: { id: "ring" } } }), undefined);
});
