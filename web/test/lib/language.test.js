// The choice of a language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLanguage, language } from "../../src/lib/language.js";

test("the reader's choice comes first, then the browser's wishes in their order, then English", () => {
  assert.equal(chooseLanguage("de", ["en-US"]), "de");
  assert.equal(chooseLanguage("en", ["de-DE"]), "en");
  assert.equal(chooseLanguage(null, ["fr-FR", "de-AT", "en"]), "de");
  assert.equal(chooseLanguage(null, ["fr-FR"]), "en");
  assert.equal(chooseLanguage(null, []), "en");
});

test("what is no language of the page is passed over", () => {
  for (const chosen of ["klingon", "toString", "__proto__", ""]) {
    assert.equal(chooseLanguage(chosen, ["de"]), "de");
  }
});

test("outside a browser it is English", () => {
  assert.equal(language, "en");
});
