"""Streams: every batch is a function of (seed, stream, position); positions are the whole state."""

import torch

from ganlab.gan.streams import Stream, generator


def draw(n: int, rng: torch.Generator) -> torch.Tensor:
    return torch.randn(n, 3, generator=rng)


def stream(seed: int = 0, number: int = 0, batch: int = 4000) -> Stream:
    return Stream(draw, seed, number, batch=batch, device="cpu", dtype=torch.float32)


def test_batches_are_feature_major_and_standard_normal() -> None:
    source = stream()
    batches = torch.cat([source.next() for _ in range(25)], 1)
    assert batches.shape == (3, 100_000)
    assert float(batches.mean().abs()) < 4 / 300_000**0.5
    assert abs(float(batches.std()) - 1) < 4 / 600_000**0.5


def test_any_position_can_be_taken_up_again() -> None:
    source, again = stream(), stream()
    for _ in range(7):
        source.next()
    again.position = source.position
    for _ in range(5):
        assert torch.equal(source.next(), again.next())


def test_seeds_streams_and_blocks_all_differ() -> None:
    first = stream().next()
    assert not torch.equal(first, stream(seed=1).next())
    assert not torch.equal(first, stream(number=1).next())
    source = stream()
    seen = [source.next() for _ in range(6)]  # three blocks
    assert all(not torch.equal(a, b) for i, a in enumerate(seen) for b in seen[:i])


def test_generators_are_independent_of_each_other() -> None:
    a = torch.randn(50_000, generator=generator(0, 1))
    b = torch.randn(50_000, generator=generator(0, 2))
    assert abs(float((a * b).mean())) < 4 / 50_000**0.5
