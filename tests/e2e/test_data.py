"""Data of one's own: drawn by mouse, finger and keyboard, brought as a table, or as a picture."""

import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Dialog, FilePayload, Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.lab import TRAINED, Lab
from tests.e2e.pictures import png, png_that_claims

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
RING = "\n".join(
    f"{300 + 200 * math.cos(i / 8):.3f};{50 + 100 * math.sin(i / 8):.3f}" for i in range(50)
)


def figure(lab: Lab) -> NDArray[Any]:
    """The points that are the run's data by the server's word: (n, 2)."""
    data = lab.state()["config"]["data"]
    assert data["id"] == "points"
    return np.array(data["params"]["points"])


def drag(lab: Lab, way: list[tuple[float, float]]) -> None:
    """Draw along places in the unit square of the board, y downwards."""
    box = lab.part("draw-canvas").bounding_box()
    assert box is not None
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in way]
    lab.page.mouse.move(*places[0])
    lab.page.mouse.down()
    for place in places[1:]:
        lab.page.mouse.move(*place, steps=8)
    lab.page.mouse.up()


def drawn(lab: Lab) -> int:
    """How many points are on the board, once what was just done is shown."""
    lab.page.evaluate("() => new Promise((r) => requestAnimationFrame(() => setTimeout(r)))")
    return int(lab.part("draw-canvas").get_attribute("data-points") or 0)


def upload(lab: Lab, name: str, content: bytes) -> None:
    """Give the open sheet a file and wait until it has been read."""
    file: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    lab.part("upload-file").set_input_files(file)
    expect(lab.part("upload-source")).to_contain_text(name)


def test_a_drawing_becomes_the_data_and_is_trained_on(lab: Lab) -> None:
    lab.press("play")
    lab.wait_for_step(TRAINED)
    frame = lab.part("plot").bounding_box()
    lab.press("distribution-draw")
    assert lab.part("plot").bounding_box() == frame  # nothing moves
    expect(lab.part("draw-use")).to_have_attribute("aria-disabled", "true")
    expect(lab.part("draw-count")).to_contain_text("at least 20 are needed")
    drag(lab, [(0.1, 0.9), (0.9, 0.9), (0.9, 0.1)])
    assert lab.state()["config"]["data"]["id"] == "ring"  # the present run goes on
    assert lab.state()["status"] == "playing"
    count = drawn(lab)
    expect(lab.part("draw-use")).to_have_text(re.compile(f"Use {count} points"))
    lab.press("draw-use")
    expect(lab.part("data-name")).to_have_text("Your drawing")
    points = figure(lab)
    assert len(points) == count
    assert points[:, 0].max() > 0.9  # where it was drawn
    assert points[:, 1].min() < -0.9
    assert not ((points[:, 0] < 0) & (points[:, 1] > 0)).any()
    lab.page.mouse.move(0, 0)
    before = lab.picture()
    lab.wait_for_step(TRAINED)
    assert lab.picture() != before
    lab.press("pause")


def test_a_drawing_survives_a_reload_and_can_be_changed(lab: Lab) -> None:
    lab.press("distribution-draw")
    drag(lab, [(0.2, 0.2), (0.8, 0.8)])
    lab.press("draw-use")
    expect(lab.part("data-name")).to_have_text("Your drawing")
    points = figure(lab)
    lab.page.reload()
    lab.ready()
    expect(lab.part("data-name")).to_have_text("Your drawing")
    assert np.array_equal(figure(lab), points)
    lab.press("distribution-draw")
    expect(lab.part("draw-canvas")).to_have_attribute("data-points", str(len(points)))
    drag(lab, [(0.2, 0.8), (0.8, 0.2)])
    lab.press("draw-cancel")
    expect(lab.part("draw-canvas")).to_have_count(0)
    assert np.array_equal(figure(lab), points)  # changed on the board alone
    lab.press("distribution-ring")
    expect(lab.part("data-name")).to_have_text("Ring of Gaussians")
    lab.press("undo")
    expect(lab.part("data-name")).to_have_text("Your drawing")


def test_eraser_undo_redo_and_clear(lab: Lab) -> None:
    lab.press("distribution-draw")
    drag(lab, [(0.1, 0.5), (0.9, 0.5)])
    line = drawn(lab)
    drag(lab, [(0.5, 0.1), (0.5, 0.9)])
    cross = drawn(lab)
    assert cross > line > 20
    lab.press("draw-undo")
    assert drawn(lab) == line
    lab.press("draw-redo")
    assert drawn(lab) == cross
    lab.press("draw-eraser")
    lab.part("draw-brush").fill("9")  # the widest
    drag(lab, [(0.1, 0.5), (0.9, 0.5)])
    assert drawn(lab) < line
    lab.press("draw-clear")
    assert drawn(lab) == 0
    lab.press("draw-undo")
    assert 0 < drawn(lab) < line


def test_the_keyboard_alone_draws(lab: Lab) -> None:
    lab.part("distribution-draw").press("Enter")
    board = lab.part("draw-canvas")
    expect(board).to_be_focused()
    keys = lab.page.keyboard
    keys.press("Space")
    assert drawn(lab) > 0
    for _ in range(20):
        keys.press("Shift+ArrowRight")
    assert drawn(lab) > 20
    keys.press("Control+z")
    undone = drawn(lab)
    keys.press("ArrowLeft")
    keys.press("ArrowLeft")
    keys.press("Delete")
    assert drawn(lab) < undone
    assert lab.steps() == 0  # no key of the page was pressed by the way
    lab.part("draw-use").press("Enter")
    expect(lab.part("data-name")).to_have_text("Your drawing")
    expect(lab.part("distribution-draw")).to_be_focused()
    points = figure(lab)
    assert points[:, 0].max() > 0.8
    assert np.abs(points[:, 1]).max() < 0.1


def test_a_finger_draws(open_page: Callable[..., Page], base_url: str) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    lab = Lab(page, base_url).open()
    lab.part("distribution-draw").tap()
    board = lab.part("draw-canvas")
    expect(board).to_be_visible()
    box = board.bounding_box()
    assert box is not None
    touch = page.context.new_cdp_session(page)

    def send(kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": box["x"] + x, "y": box["y"] + y} for x, y in places]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    top = page.evaluate("() => scrollY")
    send("touchStart", (40, 40))
    for i in range(1, 11):
        send("touchMove", (40 + 28 * i, 40 + 20 * i))
    send("touchEnd")
    assert drawn(lab) >= 20
    assert page.evaluate("() => scrollY") == top  # a finger draws, it does not scroll
    lab.part("draw-use").tap()
    expect(lab.part("data-name")).to_have_text("Your drawing")


def test_a_table_becomes_the_data_with_a_note_of_its_scale(lab: Lab) -> None:
    lab.press("distribution-upload")
    upload(lab, "ring.csv", f"width;height\n{RING}".replace("\n", ";a\n").encode())
    notes = lab.part("upload-notes")
    expect(notes).to_contain_text("50 rows, 3 columns between semicolons")
    expect(notes).to_contain_text("x from 100 to 500 became −1 to 1")
    expect(notes).to_contain_text("One unit here is 200 of yours")
    expect(lab.part("upload-preview")).to_have_attribute("data-points", "50")
    lab.press("upload-apart")
    expect(notes).to_contain_text("200 of yours across and 99.9 up")
    lab.press("upload-alike")
    lab.part("upload-x").select_option(label="2: height")
    lab.part("upload-y").select_option(label="1: width")
    expect(notes).to_contain_text("y from 100 to 500 became −1 to 1")
    expect(lab.part("upload-use")).to_have_text(re.compile("Use 50 points"))
    lab.press("upload-use")
    expect(lab.part("upload-dialog")).not_to_be_visible()
    expect(lab.part("data-name")).to_have_text("Your data")
    points = figure(lab)
    assert len(points) == 50
    assert np.abs(points).max(0) == pytest.approx([0.5, 1.0], abs=0.01)
    lab.press("step-both")
    expect(lab.part("step-count")).to_have_text("1")


def test_a_pasted_text_with_a_mistake_is_mended(lab: Lab) -> None:
    lab.press("distribution-upload")
    text = lab.part("upload-text")
    text.fill(f"{RING}\n7;NaN\n")
    problem = lab.part("upload-problem")
    expect(problem).to_contain_text("Line 51, column 2: “NaN” is not a finite number.")
    expect(lab.part("upload-use")).to_have_attribute("aria-disabled", "true")
    lab.press("upload-leave-out")
    expect(lab.part("upload-notes")).to_contain_text("1 row is left out")
    text.fill(f"{RING}\n7,5;x\n")
    expect(problem).to_contain_text("Line 51, column 2: “x” is not a number.")
    expect(text).to_have_value(f"{RING}\n7,5;x\n")  # nothing is lost
    text.fill(f"{RING}\n300,5;50\n")
    expect(lab.part("upload-use")).to_have_text(re.compile("Use 51 points"))
    expect(problem).to_have_count(0)
    lab.page.keyboard.press("Escape")
    expect(lab.part("upload-dialog")).not_to_be_visible()
    expect(lab.part("distribution-upload")).to_be_focused()
    assert lab.state()["config"]["data"]["id"] == "ring"


def test_the_dark_parts_of_a_picture_become_the_data(lab: Lab) -> None:
    lab.press("distribution-upload")
    dark_corner = png(64, 64, lambda x, y: 0 if x < 16 and y < 16 else 255)
    upload(lab, "corner.png", dark_corner)
    expect(lab.part("upload-notes")).to_contain_text("A picture of 64 × 64 pixels")
    expect(lab.part("upload-use")).to_have_text(re.compile("Use 1,200 points"))
    corner = lab.part("upload-preview").screenshot()
    lab.press("upload-invert")
    expect(lab.part("upload-notes")).to_contain_text("64 × 64 pixels, fills")
    assert lab.part("upload-preview").screenshot() != corner
    lab.press("upload-use")
    expect(lab.part("data-name")).to_have_text("Your picture")
    points = figure(lab)
    assert len(points) == 1200
    bare = (points[:, 0] < -0.52) & (points[:, 1] > 0.52)
    assert not bare.any()  # where it was dark
    assert ((points > 0.5).all(1).sum(), (points < -0.5).all(1).sum()) > (40, 40)


HOSTILE: list[tuple[str, bytes, str]] = [
    ("empty.csv", b"", "There is nothing in it."),
    ("one.csv", b"1,2\n", "1 point is too few; at least 20 are needed."),
    ("same.csv", b"7,7\n" * 30, "All points lie on one and the same place."),
    ("nan.csv", b"x,y\n1,2\nnan,3\n", "Line 3, column 1: “nan” is not a finite number."),
    ("large.csv", b"0.123456,1\n" * 1_000_000, "It has 10.5 MiB; the page reads up to 10 MiB."),
    ("wide.csv", b"1," * 80 + b"1", "Line 1 has 81 columns; the page reads up to 64."),
    ("book.xlsx", b"PK\x03\x04" + b"\0" * 50, "Save it as CSV first."),
    ("program.csv", bytes(range(256)) * 4, "neither a text nor a picture"),
    ("huge.png", png_that_claims(10_000, 10_000), "10,000 × 10,000 pixels"),
    ("broken.png", png_that_claims(100, 100)[:60], "cannot be read"),
    ("white.png", png(9, 9, lambda *_: 255), "darker than the threshold"),
]


def test_hostile_files_get_a_clear_message_and_change_nothing(lab: Lab) -> None:
    lab.press("distribution-upload")
    for name, content, message in HOSTILE:
        upload(lab, name, content)
        expect(lab.part("upload-problem")).to_contain_text(message)
        expect(lab.part("upload-problem")).to_contain_text("Nothing was changed.")
        expect(lab.part("upload-use")).to_have_attribute("aria-disabled", "true")
    lab.press("upload-cancel")
    assert lab.state()["config"]["data"]["id"] == "ring"


def test_a_million_rows_do_not_freeze_the_page(lab: Lab, tmp_path: Path) -> None:
    file = tmp_path / "million.csv"
    file.write_text("".join(f"{i % 997},{i % 991}\n" for i in range(1_000_000)), "utf-8")
    lab.press("distribution-upload")
    # The longest time between two turns of the page's own loop, while the worker reads.
    lab.page.evaluate(
        """() => {
          window.longest = 0;
          let last = performance.now();
          const turn = () => {
            const now = performance.now();
            window.longest = Math.max(window.longest, now - last);
            last = now;
            setTimeout(turn, 10);
          };
          turn();
        }"""
    )
    lab.part("upload-file").set_input_files(file)
    notes = lab.part("upload-notes")
    expect(notes).to_contain_text("only the first 200,000 rows are read")
    expect(notes).to_contain_text("Using 1,200 of 200,000 rows")
    assert lab.page.evaluate("() => window.longest") < 1000
    lab.press("upload-use")
    expect(lab.part("data-name")).to_have_text("Your data")
    assert len(figure(lab)) == 1200


def test_names_of_columns_are_text_and_nothing_else(lab: Lab) -> None:
    markup = '"><img src=x onerror=alert(1)>'
    executed: list[str] = []

    def note(dialog: Dialog) -> None:
        executed.append(dialog.message)
        dialog.dismiss()

    lab.page.on("dialog", note)
    lab.press("distribution-upload")
    upload(lab, f"{markup}.csv", f"{markup},y\n{RING}".replace(";", ",").encode())
    expect(lab.part("upload-x")).to_contain_text(f"1: {markup}")
    assert lab.page.locator("img").count() == 0
    lab.press("upload-use")
    expect(lab.part("data-name")).to_have_text("Your data")
    lab.page.remove_listener("dialog", note)
    assert executed == []


@pytest.mark.parametrize(("viewport", "theme"), [(WIDE, "light"), (PHONE, "dark")])
def test_axe_finds_nothing(
    open_page: Callable[..., Page], base_url: str, viewport: Any, theme: str
) -> None:
    lab = Lab(open_page(viewport=viewport, color_scheme=theme), base_url).open()
    lab.press("distribution-draw")
    assert violations(lab.page) == []
    drag(lab, [(0.2, 0.2), (0.8, 0.8)])
    assert violations(lab.page) == []
    lab.press("draw-use")
    expect(lab.part("data-name")).to_have_text("Your drawing")
    lab.press("distribution-upload")
    assert violations(lab.page) == []
    upload(lab, "ring.csv", RING.encode())
    expect(lab.part("upload-use")).to_have_text(re.compile("Use 50 points"))
    assert violations(lab.page) == []
    upload(lab, "bad.csv", b"1,2\n3,x\n")
    expect(lab.part("upload-problem")).to_be_visible()
    assert violations(lab.page) == []
    upload(lab, "dark.png", png(9, 9, lambda x, y: 28 * y + x))
    expect(lab.part("upload-threshold")).to_be_visible()
    assert violations(lab.page) == []
