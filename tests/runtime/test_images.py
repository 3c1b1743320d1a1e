"""Sessions of images: what is saved of one goes on to the same bytes."""

from ganlab.runtime.session import Session
from tests.gan.image.looks import DIGITS, digits_are_here
from tests.runtime.conftest import Driver


def test_a_checkpoint_of_images_goes_on_to_the_same_bytes() -> None:
    digits_are_here()
    driver = Driver(DIGITS)
    driver.do(type="step")
    document = driver.session.checkpoint()
    other = Driver(DIGITS)
    other.session = Session.restored("b" * 20, document, other.log.send)
    other.session.join(1, {})
    assert other.bytes() == driver.bytes()
    driver.do(type="step", count=2)
    other.do(type="step", count=2)
    assert other.bytes() == driver.bytes()
