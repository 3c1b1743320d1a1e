"""Saving from the panel of images: every file is opened again and held against the page."""

import base64
import io
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Page, expect
from safetensors import safe_open

from ganlab.gan.image.standard import stack
from tests.e2e.images import Images

SIDE = 16
# As many layers as a network may have; most of them change nothing.
MANY: dict[str, Any] = {
    "generator": stack(
        [
            {"id": "dense", "params": {"units": 64}},
            *[{"id": "relu"}] * 37,
            {"id": "dense", "params": {"units": SIDE * SIDE}},
            {"id": "reshape", "params": {"channels": 1, "height": SIDE, "width": SIDE}},
        ],
        "he",
    ),
    "discriminator": stack(
        [
            {"id": "flatten"},
            {"id": "dense", "params": {"units": 32}},
            *(
                {"id": "leaky_relu", "params": {"slope": round(0.9 + n / 1000, 3)}}
                for n in range(37)
            ),
            {"id": "dense", "params": {"units": 1}},
        ],
        "he",
    ),
}

Pixels = NDArray[np.uint8]


def on_page(images: Images, box: str = "[data-testid=pictures-fake]") -> Pixels:
    """The images that the page shows in a box, grey, (n, height, width)."""
    urls = images.page.locator(f"{box} canvas").evaluate_all("all => all.map(c => c.toDataURL())")
    files = [io.BytesIO(base64.b64decode(url.partition(",")[2])) for url in urls]
    return np.array([np.asarray(Image.open(file).convert("RGB"))[..., 0] for file in files])


def saved(images: Images, item: str) -> Path:
    """The file that an item of the export menu hands out, under its name."""
    images.press("export-menu")
    with images.page.expect_download() as download:
        images.press(item)
    path = Path(download.value.path())
    return path.rename(path.with_name(download.value.suggested_filename))


def tiles(picture: Image.Image, columns: int, count: int, *, side: int, under: int = 0) -> Pixels:
    """The images in a sheet whose images are about so wide, each pixel of which must be whole."""
    scale = round(side / SIDE)
    pixels = np.asarray(picture.convert("RGB"))
    assert (pixels.max(2) == pixels.min(2)).sum() > count * (SIDE * scale) ** 2  # all are grey
    found = []
    for at in range(count):
        x = scale + at % columns * (SIDE + 1) * scale
        y = scale + at // columns * ((SIDE + 1) * scale + under)
        large = pixels[y : y + SIDE * scale, x : x + SIDE * scale, 0]
        small = large[::scale, ::scale]
        assert (large == small.repeat(scale, 0).repeat(scale, 1)).all()
        found.append(small)
    return np.array(found)


def frames(path: Path) -> tuple[list[Image.Image], list[int]]:
    """(pictures, how long each stands in milliseconds) of a GIF that plays without an end."""
    film = Image.open(path)
    assert film.info["loop"] == 0
    found, lasts = [], []
    for at in range(getattr(film, "n_frames", 1)):
        film.seek(at)
        found.append(film.convert("RGB"))
        lasts.append(film.info["duration"])
    return found, lasts


def elements(data: bytes, ids: dict[int, str]) -> dict[str, bytes]:
    """Elements of EBML by name, also inside those called "in" (RFC 8794)."""
    found: dict[str, bytes] = {}
    at = 0

    def number(keep: bool) -> int:
        nonlocal at
        length = 9 - data[at].bit_length()
        value = int.from_bytes(data[at : at + length], "big")
        at += length
        return value if keep else value & ((1 << 7 * length) - 1)

    while at < len(data):
        name, size = ids.get(number(True), ""), number(False)
        if name == "in":
            found |= elements(data[at : at + size], ids)
        elif name:
            found[name] = data[at : at + size]
        at += size
    return found


def webm(path: Path) -> tuple[float, int, int]:
    """(seconds, width, height) of a film, out of its header."""
    ids = {0x1A45DFA3: "in", 0x18538067: "in", 0x1549A966: "in", 0x1654AE6B: "in", 0xAE: "in",
           0xE0: "in", 0x4282: "type", 0x4489: "duration", 0x2AD7B1: "scale", 0xB0: "width",
           0xBA: "height"}  # fmt: skip
    found = elements(path.read_bytes(), ids)
    assert found["type"] == b"webm"
    length = np.frombuffer(found["duration"], f">f{len(found['duration'])}")[0]
    scale, width, height = (int.from_bytes(found[k], "big") for k in ("scale", "width", "height"))
    return float(length) * scale / 1e9, width, height


def dropped(images: Images, name: str, body: bytes) -> None:
    """Drop a file on the images."""
    images.page.evaluate(
        """([name, body]) => {
          const data = new DataTransfer();
          data.items.add(new File([Uint8Array.from(atob(body), (c) => c.charCodeAt(0))], name));
          const on = document.querySelector(".picture-columns");
          for (const type of ["dragover", "drop"]) {
            const how = { dataTransfer: data, bubbles: true, cancelable: true };
            const event = new DragEvent(type, how);
            on.dispatchEvent(event);
            if (!event.defaultPrevented) throw new Error("the browser would leave the page");
          }
        }""",
        [name, base64.b64encode(body).decode()],
    )


@pytest.fixture
def images(page: Page, digits_url: str) -> Images:
    """The panel with as many layers as there may be, by a link as it was written before."""
    return Images(page, digits_url).open(**MANY, seed=3)


def step(images: Images, count: int) -> None:
    """Play single steps."""
    for at in range(count):
        images.press("step-both")
        expect(images.part("step-count")).to_have_text(str(at + 1))


def test_what_is_saved_is_what_the_page_shows(images: Images) -> None:
    first = on_page(images)
    expect(images.part("timeline-place")).to_be_disabled()
    step(images, 4)
    last = on_page(images)
    assert (first != last).any()
    grids_are_saved(images, last)
    walks_are_saved(images)
    the_past_is_looked_at(images, first, last)
    films_are_saved(images, first, last)
    images.press("fake-0")  # what is looked into is of now
    expect(images.part("inspect-dialog")).to_be_visible()
    images.page.keyboard.press("Escape")
    images.press("reset")
    expect(images.part("timeline")).to_have_attribute("data-moments", "1")
    assert (on_page(images) == first).all()


def grids_are_saved(images: Images, fakes: Pixels) -> None:
    path = saved(images, "save-fake-png")
    assert path.name == "ganlab-digits-generated-step-4-seed-3.png"
    assert (tiles(Image.open(path), 8, 64, side=84) == fakes).all()
    real = Image.open(saved(images, "save-real-png"))
    assert (tiles(real, 8, 64, side=84) == on_page(images, "[data-testid=pictures-real]")).all()
    images.press("export-menu")
    images.press("save-captions")
    images.choose("pictures-order", "most")
    sheet = Image.open(saved(images, "save-fake-png"))
    assert sheet.height == real.height + 8 * 26
    assert (tiles(sheet, 8, 64, side=84, under=26) == on_page(images)).all()
    images.choose("pictures-order", "none")


def walks_are_saved(images: Images) -> None:
    expect(images.part("inspect-way")).to_have_attribute("data-step", "4")
    way = on_page(images, ".inspect-way")
    assert (tiles(Image.open(saved(images, "save-walk-png")), 13, 13, side=84) == way).all()
    pictures, lasts = frames(saved(images, "save-walk-gif"))
    assert (len(pictures), set(lasts)) == (48, {60})
    assert pictures[0].size == (256, 256)
    walk = np.array([np.asarray(p)[8::16, 8::16, 0] for p in pictures])
    assert (walk[:25:2] == way).all()
    assert (walk[25:] == walk[23:0:-1]).all()
    seconds, width, height = webm(saved(images, "save-walk-webm"))
    assert (round(seconds, 2), width, height) == (48 * 0.06, 256, 256)
    images.press("inspect-tool-grid")
    expect(images.part("inspect-grid")).to_have_attribute("data-step", "4")
    grid = on_page(images, ".inspect-grid")
    assert (tiles(Image.open(saved(images, "save-slice-png")), 7, 49, side=84) == grid).all()


def the_past_is_looked_at(images: Images, first: Pixels, last: Pixels) -> None:
    bar = images.part("timeline")
    expect(bar).to_have_attribute("data-moments", "5")
    images.part("timeline-place").focus()
    images.page.keyboard.press("Home")
    expect(images.part("timeline-step")).to_have_text("Step 0")
    assert (on_page(images) == first).all()
    images.page.keyboard.press("ArrowRight")
    expect(bar).to_have_attribute("data-step", "1")
    images.press("timeline-play")
    expect(images.part("timeline-step")).to_have_text("Now")
    assert (on_page(images) == last).all()


def films_are_saved(images: Images, first: Pixels, last: Pixels) -> None:
    path = saved(images, "save-film-gif")
    assert path.name == "ganlab-digits-film-steps-0-to-4-seed-3.gif"
    pictures, lasts = frames(path)
    assert lasts == [100] * 4 + [1500]
    for picture, shown in ((pictures[0], first), (pictures[-1], last)):
        assert (tiles(picture, 8, 64, side=48) == shown).all()
    seconds, *size = webm(saved(images, "save-film-webm"))
    assert round(seconds, 2) == 4 * 0.06 + 1.5
    assert tuple(size) == pictures[0].size


def test_models_go_out_and_come_back_and_links_hold_every_layer(images: Images) -> None:
    images.page.wait_for_function("() => location.hash.includes('config=deflate:')")
    link = images.page.url
    assert len(link) < 1200
    config = images.state()["config"]
    assert [len(config[p]["params"]["layers"]) for p in MANY] == [40, 40]

    step(images, 2)
    kept = on_page(images)
    network = saved(images, "save-generator")
    assert network.name == "ganlab-digits-generator-step-2.safetensors"
    with safe_open(network, "np") as file:
        plan = json.loads(file.metadata()["architecture"])
        assert sorted(file.keys()) == sorted(n for row in plan["layers"] for n in row["tensors"])
        assert file.get_tensor("generator.38.weight").shape == (SIDE * SIDE, 64)
    model = saved(images, "save-model")
    images.press("step-both")
    expect(images.part("step-count")).to_have_text("3")
    notice = images.part("notice")
    for name, body, words in (
        ("cat.txt", b"not at all", "cat.txt is no model"),
        ("g.safetensors", network.read_bytes(), "holds one network alone"),
    ):
        dropped(images, name, body)
        expect(notice).to_contain_text(words)
        expect(notice).to_contain_text("The run is as it was")
    expect(images.part("step-count")).to_have_text("3")
    dropped(images, model.name, model.read_bytes())
    expect(images.part("step-count")).to_have_text("2")
    assert (on_page(images) == kept).all()

    images.page.evaluate(
        "() => { sessionStorage.clear(); Storage.prototype.setItem = () => undefined; }"
    )  # from here on as somebody else's browser
    images.page.goto("about:blank")
    images.page.goto(link)
    images.ready()
    expect(images.part("step-count")).to_have_text("0")
    assert images.state()["config"] == config
    with images.page.expect_file_chooser() as chooser:
        images.press("export-menu")
        images.press("open-model")
    chooser.value.set_files(model)
    expect(notice).to_contain_text(re.compile("stands at step 2"))
