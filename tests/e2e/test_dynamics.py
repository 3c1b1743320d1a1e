"""The turns and the look ahead on the page: switched on live, refused in words, shown slowly."""

from playwright.sync_api import expect

from ganlab.gan.dynamics import dynamics
from tests.e2e.lab import Lab, type_into


def test_each_dynamics_is_switched_on_live_and_both_or_one_can_step(lab: Lab) -> None:
    lab.edit()
    steps = 0
    for entry in [*dynamics][1:]:
        lab.choose("dynamics", entry.id)
        expect(lab.part("applied-dynamics")).to_be_attached()
        for player in ("both", "discriminator", "generator"):
            steps += 1
            lab.press(f"step-{player}")
            expect(lab.part("step-count")).to_have_text(str(steps))
    assert lab.state()["config"]["dynamics"]["id"] == entry.id
    if lab.part("more-game").count():  # not all of its controls have room
        lab.press("more-game")
    for name in entry.params:
        expect(lab.part(f"dynamics-{name}")).to_be_visible()


def test_counts_that_do_not_suit_the_turns_are_refused_in_words(lab: Lab) -> None:
    lab.edit()
    type_into(lab, "d-steps", "2")
    lab.choose("dynamics", "extragradient")
    expect(lab.page.get_by_text("at most 1 with turns that decide themselves")).to_be_visible()
    expect(lab.part("dynamics")).to_have_value("alternating")
    assert lab.state()["config"]["dynamics"]["id"] == "alternating"
    type_into(lab, "d-steps", "1")
    lab.choose("dynamics", "extragradient")
    expect(lab.part("applied-dynamics")).to_be_attached()


def test_slow_motion_tells_the_trial_from_the_move(lab: Lab) -> None:
    lab.edit()
    lab.choose("dynamics", "extragradient")
    expect(lab.part("applied-dynamics")).to_be_attached()
    lab.press("slow-motion")
    for player in "dg":
        lab.press(f"phase-{player}5")
        expect(lab.part(f"phase-{player}5")).to_contain_text("trial 1 of 2")
        expect(lab.part("phase-caption")).to_contain_text("taken back")
    for player in "dg":
        expect(lab.part("step-count")).to_have_text("0")
        lab.press(f"phase-{player}5")
        expect(lab.part(f"phase-{player}5")).to_contain_text("update 2 of 2")
        expect(lab.part("phase-caption")).not_to_contain_text("taken back")
    expect(lab.part("step-count")).to_have_text("1")


def test_the_generator_looks_ahead(lab: Lab) -> None:
    lab.edit()
    lab.unfold()
    type_into(lab, "unroll", "5")
    lab.choose("dynamics", "best_response")
    refusal = lab.part("error-dynamics")  # where it was asked for, and of what it speaks
    expect(refusal).to_contain_text("“Look ahead”: Must be 0 with turns that leave nothing")
    expect(lab.part("dynamics")).to_have_value("alternating")
    before = lab.weights("generator")
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")
    assert lab.moved("generator", before)
    lab.press("slow-motion")
    lab.press("phase-g2")
    expect(lab.part("phase-caption")).to_contain_text("5 updates from now")
    lab.page.set_viewport_size({"width": 1024, "height": 768})
    lab.part("tab-model").locator("visible=true").click()
    in_its_room = "e => e.offsetHeight === parseFloat(getComputedStyle(e).minHeight)"
    assert lab.part("phase-caption").evaluate(in_its_room)  # nothing moves from phase to phase
    lab.press("phase-g4")
    expect(lab.part("phase-caption")).to_contain_text("foreseen updates counted in")
