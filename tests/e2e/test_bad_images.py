"""Files that cannot be read as images: each is told in plain words, and the run goes on."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import FilePayload, expect

from ganlab.gan.image.datasets import by_hand
from tests.e2e.images import Images
from tests.gan.image.tiny_files import idx, npz, picture, png_header

RNG = np.random.default_rng(8)
PIXELS = RNG.integers(0, 256, (30, 8, 8), np.uint8)
LABELS = np.arange(30, dtype=np.uint8) % 3
COLOURS = RNG.integers(0, 256, (30, 40, 3), np.uint8)

# Names and contents, and words that the page has to say.
BAD: list[tuple[dict[str, bytes], str]] = [
    ({"short-idx3-ubyte": idx(PIXELS)[:-9]}, "short-idx3-ubyte: Must be 1,920 bytes of numbers, as "
     "its header says (30 × 8 × 8). Found: 1,911."),
    ({"pickled.npz": npz(x=np.array([{}, {}]))}, "pickled objects are never read."),
    ({"good.png": picture(COLOURS), "bomb.png": png_header(100_000, 100_000)},
     "bomb.png: Must be at most 16,000,000 pixels."),
    ({"large.png": png_header(5000, 4000), "good.png": picture(COLOURS)},
     "large.png: Must be at most 16,000,000 pixels. Found: 5,000 × 4,000."),
    ({"images": idx(PIXELS), "labels": idx(LABELS[:-1])},
     "Labels: Must be as many labels as pictures, 30. Found: 29."),
    ({"images": idx(np.zeros((200, 8, 8), np.uint8)), "labels": idx(np.arange(200, dtype="i4"))},
     "Labels: Must be at most 100 classes. Found: 200."),
    ({"none.npz": npz(x=PIXELS[:0])}, "none.npz: Must be 2 to 200,000 pictures. Found: 0."),
    ({"one-idx3-ubyte": idx(PIXELS[:1])}, "Must be 2 to 200,000 pictures. Found: 1."),
    ({"one.png": picture(COLOURS)}, "one.png: Must be 2 to 2,000 pictures. Found: 1."),
    ({"good.png": picture(COLOURS), "notes.png": b"Dear diary"},
     "notes.png: Must be a PNG or JPEG picture."),
]  # fmt: skip

TURNED = Image.Exif()
TURNED[0x0112] = 6
ODD = {
    "cmyk.jpg": picture(COLOURS, "JPEG", mode="CMYK"),
    "moving.png": picture(
        COLOURS, save_all=True, append_images=[Image.new("RGB", (40, 30))], duration=9
    ),
    "deep.png": picture(np.full((20, 20), 50_000, np.uint16)),
    "clear.png": picture(np.zeros((20, 20, 4), np.uint8)),
    "turned.jpg": picture(COLOURS, "JPEG", exif=TURNED),
}


def files(contents: dict[str, bytes]) -> list[FilePayload]:
    """As the file dialog hands them to the page, which goes by what is in them."""
    return [
        {"name": name, "mimeType": "image/png" if "." in name else "", "buffer": content}
        for name, content in contents.items()
    ]


@pytest.fixture
def three_of_four() -> Iterator[None]:
    """Fashion-MNIST by hand, and the last file is missing."""
    folder = Path(os.environ["GANLAB_CACHE_DIR"], "data", "fashion")
    folder.mkdir(parents=True)
    for name, array in zip(by_hand.IDX_FILES[:3], (PIXELS, LABELS, PIXELS), strict=True):
        (folder / name).write_bytes(idx(array))
    yield
    shutil.rmtree(folder)


@pytest.mark.usefixtures("three_of_four")
def test_bad_files_are_told_and_nothing_is_lost(images: Images, page_problems: list[str]) -> None:
    session, given = images.session_id, images.part("images-upload-file")
    images.press("play")
    images.press("dataset-upload")
    for contents, words in BAD:
        given.set_input_files(files(contents))
        expect(images.part("images-upload-problem")).to_contain_text(words)
        expect(images.part("images-upload-use")).to_have_attribute("aria-disabled", "true")
    given.set_input_files(files(ODD))
    expect(images.part("images-upload-read")).to_have_text("5 pictures, 28 × 28, grey")
    images.press("images-upload-cancel")

    images.press("dataset-fashion")
    expect(images.part("supply")).to_contain_text(
        f"the file {by_hand.IDX_FILES[3]}", timeout=30_000
    )
    images.press("supply-cancel")
    images.wait_for_step(images.steps() + 1)
    assert images.session_id == session
    assert images.state()["config"]["data"]["id"] == "digits"
    expect(images.part("fact-name")).to_have_text("Small digits")
    # The browser itself reports each file that was refused.
    assert [line for line in page_problems if "422" not in line] == []
    assert len(page_problems) == len(BAD)
    page_problems.clear()
