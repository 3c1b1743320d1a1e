"""The benchmarks' arithmetic, tables and JSON; no time is judged here."""

import json
import math
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
import typer
from typer.testing import CliRunner

from ganlab.gan.game import Game
from scripts import bench
from scripts.benchmarks import eager, figures, models, train
from scripts.benchmarks.figures import Figure, Options, Skipped, Target
from scripts.benchmarks.report import document, number, table


def clock_of(ticks: list[float]) -> Callable[[], float]:
    """A clock that shows one time after the other."""
    return iter(ticks).__next__


def test_rate_counts_the_calls_within_the_time_they_took() -> None:
    calls: list[None] = []
    # Warm-up from 0 to 0.2 with one call; start at 1.0; calls end at 1.4, 1.8, 2.2; read at 2.5.
    clock = clock_of([0.0, 0.3, 1.0, 1.4, 1.8, 2.2, 2.5])
    assert figures.rate(lambda: calls.append(None), 1.0, clock) == pytest.approx(3 / 1.5)
    assert len(calls) == 4


def test_interleaved_takes_turns() -> None:
    order: list[str] = []
    spent: list[float] = []

    def take(name: str) -> Callable[[float], float]:
        def measure(seconds: float) -> float:
            order.append(name)
            spent.append(seconds)
            return float(len(order))

        return measure

    found = figures.interleaved({"a": take("a"), "b": take("b")}, Options(1.0, 2))
    assert order == ["a", "b"] * figures.SLICES * 2
    assert sum(spent) == pytest.approx(4.0)
    # Means of 1, 3, 5, 7, 9 and of 11, 13, 15, 17, 19.
    assert found == {"a": (5.0, 15.0), "b": (6.0, 16.0)}


def test_ratios_are_of_pairs() -> None:
    assert figures.ratios((8.0, 30.0), (2.0, 3.0)) == (4.0, 10.0)
    with pytest.raises(ValueError, match="zip"):
        figures.ratios((1.0,), (1.0, 2.0))


@pytest.mark.parametrize(
    ("percent", "expected"), [(0, 1.0), (50, 3.0), (95, 5.0), (100, 5.0), (20, 1.0), (21, 2.0)]
)
def test_percentile_is_the_nearest_rank(percent: int, expected: float) -> None:
    assert figures.percentile((5.0, 1.0, 4.0, 2.0, 3.0), percent) == expected


@pytest.mark.parametrize(
    ("target", "value", "verdict"),
    [
        (Target(6, 9), 9.0, "aim"),
        (Target(6, 9), 8.9, "must"),
        (Target(6, 9), 5.9, "missed"),
        (Target(15, 5, False), 5.0, "aim"),
        (Target(15, 5, False), 15.0, "must"),
        (Target(15, 5, False), 15.1, "missed"),
    ],
)
def test_verdict(target: Target, value: float, verdict: str) -> None:
    assert target.verdict(value) == verdict


def test_figure_as_json() -> None:
    figure = Figure("train", "S", "×", (7.0, 5.0, 30.0), Target(6, 9))
    assert figure.to_json() == {
        "benchmark": "train", "name": "S", "unit": "×",
        "median": 7.0, "min": 5.0, "max": 30.0, "samples": [7.0, 5.0, 30.0],
        "must": 6, "aim": 9, "verdict": "must",
    }  # fmt: skip
    free = Figure("train", "S", "×", (1.0,)).to_json()
    assert free["must"] is free["aim"] is free["verdict"] is None
    with pytest.raises(ValueError, match="expected at least one sample"):
        Figure("train", "S", "×", ())


def test_table_lines_up() -> None:
    head, first, second = table(
        [Figure("a", "long name", "steps/s", (1234.5, 1000.0, 2000.0)),
         Figure("a", "x", "ms", (0.25,), Target(15, 5, False))]
    ).splitlines()  # fmt: skip
    assert head.split() == [
        "figure",
        "median",
        "min",
        "to",
        "max",
        "unit",
        "must",
        "aim",
        "reached",
    ]
    assert first.split() == ["long", "name", *["1,234", "1,000", "to", "2,000", "steps/s"]]
    assert second.split() == ["x", "0.250", "ms", "≤", "15", "≤", "5", "aim"]
    assert head.index("unit") == first.index("steps/s") == second.index("ms")


@pytest.mark.parametrize(
    ("value", "text"), [(12345.6, "12,346"), (78.94, "78.9"), (4.5, "4.50"), (0.1234, "0.123")]
)
def test_number_has_three_digits(value: float, text: str) -> None:
    assert number(value) == text


def test_document_is_json_with_every_part() -> None:
    figure = Figure("train", "S", "×", (7.0,))
    found = json.loads(json.dumps(document([figure], {"tfjs": "no Chromium"}, Options(0.5, 5))))
    assert found["figures"] == [figure.to_json()]
    assert found["skipped"] == {"tfjs": "no Chromium"}
    assert found["options"] == {"seconds": 0.5, "repeats": 5}
    assert found["machine"]["cores"] >= 1
    assert set(found) == {"version", "machine", "options", "figures", "skipped"}


def test_skipped_benchmark_gives_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def unable(_: Options) -> Iterator[Figure]:
        """Nothing."""
        yield Figure("unable", "half", "s", (1.0,))
        raise Skipped("no Chromium")

    monkeypatch.setitem(bench.BENCHMARKS, "unable", unable)
    said: list[str] = []
    found, skipped = bench.run(["unable"], Options(), said.append)
    assert found == []
    assert skipped == {"unable": "no Chromium"}
    assert said[-1] == "skipped: no Chromium"


def test_command_writes_json_and_refuses_unknown_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def measure(options: Options) -> Iterator[Figure]:
        """One figure."""
        yield Figure("tiny", "one", "s", (options.seconds,) * options.repeats)

    monkeypatch.setitem(bench.BENCHMARKS, "tiny", measure)
    app = typer.Typer()
    app.command()(bench.main)
    target = tmp_path / "results" / "bench.json"
    words = ["--only", "tiny", "--seconds", "0.25", "--repeats", "2", "--json", str(target)]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    assert "one" in done.output
    assert json.loads(target.read_text())["figures"][0]["samples"] == [0.25, 0.25]
    refused = CliRunner().invoke(app, ["--only", "nothing"])
    assert refused.exit_code == 2


def test_training_figures_of_the_smallest_size() -> None:
    found = list(train.measure(Options(seconds=0.01, repeats=2), sizes=("S",)))
    assert [f.unit for f in found] == ["steps/s", "steps/s", "×"] * len(models.RULES)
    assert all(len(f.samples) == 2 and min(f.samples) > 0 for f in found)
    assert all(f.target is not None for f in found if f.unit == "×")


@pytest.mark.parametrize("size", models.SIZES)
def test_both_programs_train_networks_of_the_same_size(size: str) -> None:
    game = Game(models.config(models.SIZES[size]))
    plain = train.eager_step(size, "plain").__self__  # type: ignore[attr-defined]
    for name, net in (("generator", plain.G), ("discriminator", plain.D)):
        assert game.weights(name).numel() == sum(p.numel() for p in net.parameters())


def test_both_programs_draw_the_same_data() -> None:
    game = Game(models.config(models.SIZES["S"]))
    plain = train.eager_step("S", "plain").__self__  # type: ignore[attr-defined]
    ours = game.plane.sample(100, torch.Generator().manual_seed(1))
    assert torch.equal(plain.draw_data(100, torch.Generator().manual_seed(1)), ours)


@pytest.mark.parametrize("rule", models.RULES)
def test_plain_program_learns(rule: str) -> None:
    torch.manual_seed(0)
    plain = train.eager_step("S", rule).__self__  # type: ignore[attr-defined]
    before = [p.detach().clone() for net in (plain.G, plain.D) for p in net.parameters()]
    for _ in range(3):
        plain.step()
    after = [p for net in (plain.G, plain.D) for p in net.parameters()]
    assert all(math.isfinite(float(p.detach().sum())) for p in after)
    # The output bias of D has no gradient under Wasserstein: it stays.
    moved = sum(not torch.equal(a, b) for a, b in zip(before, after, strict=True))
    assert moved >= len(after) - 1


@pytest.mark.parametrize(
    ("penalty", "expected"),
    [(eager.r1(0.1), 0.5 * 0.1 * 25), (eager.gradient_penalty(0.1), 0.1 * (5 - 1) ** 2)],
)
def test_plain_penalties_of_a_known_slope(penalty: eager.PointPenalty, expected: float) -> None:
    D = torch.nn.Linear(2, 1)
    with torch.no_grad():
        D.weight.copy_(torch.tensor([[3.0, 4.0]]))
    x_real, x_fake = torch.zeros(5, 2), torch.ones(5, 2)
    assert float(penalty(D, x_real, x_fake).detach()) == pytest.approx(expected)
