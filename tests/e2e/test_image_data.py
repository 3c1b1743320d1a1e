"""Images that are not there yet, and images of one's own, as a person gets them on the page."""

import numpy as np
from playwright.sync_api import FilePayload, expect

from tests.e2e.accessibility import violations
from tests.e2e.images import Images
from tests.gan.image.tiny_files import idx, picture

RNG = np.random.default_rng(6)
PICTURES: list[FilePayload] = [
    {
        "name": f"{n}.png",
        "mimeType": "image/png",
        "buffer": picture(RNG.integers(0, 256, (30, 40, 3), np.uint8)),
    }
    for n in range(3)
]


def test_a_set_that_is_not_there_is_offered_and_the_run_goes_on(images: Images) -> None:
    images.press("dataset-mnist")
    card = images.part("supply")
    expect(card).to_contain_text("MNIST is not on this server yet.")
    expect(card).to_contain_text("70,000 images of 1 × 28 × 28, 55 MB once unpacked")
    images.press("supply-by-hand")
    expect(card).to_contain_text("train-images-idx3-ubyte")
    assert violations(images.page) == []
    expect(images.part("fact-name")).to_have_text("Small digits")
    images.press("step-both")
    images.wait_for_step(1)
    images.press("supply-cancel")
    expect(card).to_have_count(0)


def test_pictures_of_ones_own_are_read_and_trained_on(
    images: Images, page_problems: list[str]
) -> None:
    images.press("dataset-upload")
    files = images.part("images-upload-file")
    bad: FilePayload = {"name": "bad.png", "mimeType": "image/png", "buffer": b"no picture"}
    files.set_input_files([PICTURES[0], bad])
    expect(images.part("images-upload-problem")).to_contain_text("bad.png: Must be a PNG or JPEG")
    assert all("422" in problem for problem in page_problems)
    page_problems.clear()
    expect(images.part("images-upload-use")).to_have_attribute("aria-disabled", "true")

    files.set_input_files(PICTURES)
    read = images.part("images-upload-read")
    expect(read).to_have_text("3 pictures, 28 × 28, grey")
    images.press("images-size-16")
    expect(read).to_have_text("3 pictures, 16 × 16, grey")
    assert violations(images.page) == []
    images.press("images-upload-use")
    expect(images.part("images-upload")).to_be_hidden()
    expect(images.part("fact-name")).to_have_text("Your own images")
    expect(images.part("fact-examples")).to_have_text("3")


def test_a_dropped_file_of_numbers_is_taken_with_networks_that_fit(images: Images) -> None:
    pixels = RNG.integers(0, 256, (20, 12, 20), np.uint8)
    images.page.evaluate(
        """([testid, bytes]) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], "images-idx3-ubyte"));
          const event = new DragEvent("drop", { dataTransfer: data, bubbles: true });
          document.querySelector(`[data-testid=${testid}]`).dispatchEvent(event);
        }""",
        ["dataset-digits", list(idx(pixels))],
    )
    expect(images.part("images-upload-read")).to_have_text("20 pictures, 12 × 20, grey")
    images.press("images-upload-use")
    expect(images.part("fact-shape")).to_have_text("1 × 12 × 20")
