"""The page in another language: chosen by the browser or by the reader, with nothing lost."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.lab import Lab


def test_switching_to_german_and_back(lab: Lab) -> None:
    html = lab.page.locator("html")
    expect(html).to_have_attribute("lang", "en")
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    session = lab.session_id
    lab.choose("language", "de")
    expect(html).to_have_attribute("lang", "de")
    lab.ready()
    assert lab.session_id == session
    expect(lab.part("step-count")).to_have_text("1")  # the run goes on where it was
    expect(lab.part("step-generator")).to_have_text("Nur G")
    expect(lab.part("layer-real")).to_contain_text("echt")
    # The server's own words too: the catalog's labels, and its refusals.
    expect(lab.part("data-name")).to_have_text("Ring aus Glocken")
    expect(lab.part("metric-mode-coverage")).to_have_text(re.compile(r"^\d / 8$"))
    rate = lab.edit().part("g-optimizer-lr")
    expect(rate).to_have_value("0,001")
    rate.fill("0,002")
    rate.press("Enter")
    expect(lab.part("applied-g-optimizer-lr")).to_have_count(1)
    assert lab.state()["config"]["g_optimizer"]["params"]["lr"] == 0.002
    rate.fill("−1")
    rate.press("Enter")
    expect(lab.part("error-g-optimizer-lr")).to_contain_text("Es gilt weiter 0,002.")
    lab.choose("language", "en")
    expect(html).to_have_attribute("lang", "en")
    lab.ready()
    expect(rate).to_have_value("0.002")


def test_what_was_pressed_just_before_the_switch_is_kept(lab: Lab) -> None:
    lab.page.evaluate("""() => {
        document.querySelector("[data-testid=graph-edit]").click();
        const menu = document.querySelector("[data-testid=language]");
        menu.value = "de";
        menu.dispatchEvent(new Event("change", { bubbles: true }));
    }""")
    expect(lab.page.locator("html")).to_have_attribute("lang", "de")
    expect(lab.part("control-panel")).to_be_visible()


def test_a_german_browser_gets_german(open_page: Callable[..., Page], base_url: str) -> None:
    page = open_page(locale="de-AT")
    lab = Lab(page, base_url).open()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(lab.part("reset")).to_have_attribute("aria-label", "Neu beginnen")
    assert violations(page) == []
    lab.edit().unfold().press("regularizer-label-smoothing")
    lab.choose("loss", "total_variation")
    expect(lab.part("error-loss")).to_have_text(re.compile("Labels; der gewählte hat keine"))
    assert lab.state()["config"]["loss"]["id"] == "non_saturating"


def test_the_translation_speaks_only_of_what_there_is(lab: Lab) -> None:
    stale = lab.page.evaluate("""async () => {
        const { catalog } = await import("/src/texts/de/catalog/index.js");
        const { registries, fields } = await (await fetch("/api/catalog")).json();
        const gone = Object.keys(catalog.fields).filter((n) => !fields.some((f) => f.name === n));
        for (const [registry, entries] of Object.entries(catalog.registries)) {
          for (const [id, { params = {} }] of Object.entries(entries)) {
            const entry = registries[registry]?.find((e) => e.id === id);
            if (!entry) gone.push(`${registry}.${id}`);
            for (const name of Object.keys(entry ? params : {})) {
              if (!entry.params.some((p) => p.name === name))
                gone.push(`${registry}.${id}.${name}`);
            }
          }
        }
        return gone;
    }""")
    assert stale == []
