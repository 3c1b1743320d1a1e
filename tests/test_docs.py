"""The documents tell the truth: examples work, links lead somewhere, settings are all described."""

import re
from collections.abc import Iterator

import pytest

from ganlab.gan.catalog import catalog
from ganlab.gan.config import RunConfig
from ganlab.gan.game import Game
from ganlab.gan.losses import losses
from ganlab.gan.plane.distributions import distributions
from ganlab.gan.plane.judge import Judge
from ganlab.gan.plane.metrics import metrics
from ganlab.registry import Registry
from ganlab.settings import Settings
from scripts.bootstrap.checkout import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

EXAMPLES = re.findall(r"^## (Add .*?)$.*?^```python\n(.*?)^```", CONTRIBUTING, re.S | re.M)
EXTENDED: list[Registry] = [losses, distributions, metrics]


@pytest.fixture
def clean_registries() -> Iterator[None]:
    """What the test registers is taken out again."""
    before = [{entry.id for entry in registry} for registry in EXTENDED]
    yield
    for registry, known in zip(EXTENDED, before, strict=True):
        for entry_id in {entry.id for entry in registry} - known:
            registry.remove(entry_id)


@pytest.mark.parametrize(
    ("registry", "example"),
    list(zip(EXTENDED, EXAMPLES, strict=True)),
    ids=lambda value: value.name if isinstance(value, Registry) else "",
)
@pytest.mark.usefixtures("clean_registries")
def test_example_registers_one_entry_that_trains(
    registry: Registry, example: tuple[str, str]
) -> None:
    _, code = example
    known = {entry.id for entry in registry}
    exec(code, {})
    (new,) = {entry.id for entry in registry} - known
    assert new in {entry["id"] for entry in catalog()["registries"][registry.name]}

    field = {"losses": "loss", "distributions": "data"}.get(registry.name)
    game = Game(RunConfig.from_json({field: {"id": new}} if field else {}))
    game.step()
    if registry is metrics:
        assert Judge(game).measure()[0][new] > 0


@pytest.mark.parametrize(("other", "count"), [("gan-lab", 16), ("gan-playground", 10)])
def test_every_test_that_the_comparison_names_is_there(other: str, count: int) -> None:
    rows = (ROOT / "docs" / f"{other}.md").read_text(encoding="utf-8").splitlines()
    named = [re.findall(r"`(test_\w+)`", row) for row in rows if row.startswith("|")][2:]
    assert len(named) == count, f"the list of {other} has {count} rows"
    assert all(named)
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "tests/e2e").glob("test_*.py")]
    there = {name for text in sources for name in re.findall(r"^def (test_\w+)", text, re.M)}
    assert {name for row in named for name in row} <= there


# What is chosen, but is no part of the zoo: data, networks and their units, whole configurations.
NOT_IN_THE_ZOO = {
    "distributions", "scalings", "priors", "generators", "discriminators", "presets", "layers",
    "datasets", "image_scalings", "image_generators", "image_discriminators",
    "image_metrics", "image_presets",
}  # fmt: skip


def test_the_zoo_lists_every_entry_with_its_source_and_a_test_that_is_there() -> None:
    text = (ROOT / "docs" / "zoo.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)\.(\w+)` \| (.+?) \| (.*?) \| (.+?) \|$", text, re.M)
    listed = {(registry, entry): (label, source) for registry, entry, label, source, _ in rows}
    known = {
        (registry, entry["id"]): (entry["label"], entry["source"])
        for registry, entries in catalog()["registries"].items()
        if registry not in NOT_IN_THE_ZOO
        for entry in entries
    }
    missing = [
        f"| `{registry}.{entry}` | {' | '.join(words)} | `test_…` |"
        for (registry, entry), words in known.items()
        if listed.get((registry, entry)) != words
    ]
    assert listed == known, "docs/zoo.md should hold these rows as well:\n" + "\n".join(missing)
    proofs = [set(re.findall(r"`(test_\w+)`", row[-1])) for row in rows]
    assert all(proofs)
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py")]
    there = {name for source in sources for name in re.findall(r"^def (test_\w+)", source, re.M)}
    assert set(re.findall(r"`(test_\w+)`", text)) <= there


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_links_and_paths_lead_somewhere(text: str) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    paths = re.findall(r"`((?:server|web|tests|scripts|docs)/[\w./-]+)`", text)
    assert targets or paths
    missing = [path for path in (*targets, *paths) if not (ROOT / path).exists()]
    assert missing == []


def setting_rows() -> Iterator[str]:
    """The rows of README's table, from the settings themselves."""
    prefix = Settings.model_config["env_prefix"]
    for name, field in Settings.model_fields.items():
        default = f"`{field.default}`" if field.default not in (None, ()) else "none"
        if field.default_factory is not None:
            default = "the system's"
        yield f"| `{prefix}{name.upper()}` | {default} | {field.description} |"


def test_readme_describes_every_setting() -> None:
    table = "\n".join(setting_rows())
    assert table in README, f"the settings table of README.md should hold these rows:\n{table}"


def test_readme_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", README, re.S | re.M)
    exec(code, {})
    assert "js_divergence" in capsys.readouterr().out
