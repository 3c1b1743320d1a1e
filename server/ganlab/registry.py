"""Registries: one decorated function is one entry of the product's dictionary, for code and page.

`@register` reads the function: its name is the id, the first paragraph of its docstring the help,
its keyword-only arguments with a `param()` default are the parameters. Nothing else describes it.
"""

from __future__ import annotations

import functools
import inspect
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

KEY = re.compile(r"[0-9a-f]{64}")
FARTHEST_POINT = 1_000_000  # of a set of points, along an axis: float32 tells 0.1 apart there


class ConfigError(ValueError):
    """A value from outside that is not acceptable: where it stood, what was expected, what came."""

    def __init__(self, field: str, expected: str, got: object) -> None:
        self.field = field
        self.expected = expected
        self.got = _shown(got)
        super().__init__(f"{field}: expected {expected}, got {self.got}")

    def inside(self, prefix: str) -> ConfigError:
        """The same error with its field seen from one level further out."""
        return ConfigError(f"{prefix}.{self.field}" if self.field else prefix, self.expected, self)


class NotHereError(ConfigError):
    """Data that have to be brought to this machine first. `missing` says which, as JSON: `id` and
    `params`, and for data that others made `origin` and `by_hand`: where from, or what else to do.
    """

    def __init__(self, field: str, expected: str, got: object, missing: dict[str, Any]) -> None:
        super().__init__(field, expected, got)
        self.missing = missing


def _shown(got: object) -> str:
    """A short, printable form of any value, for an error message."""
    if isinstance(got, ConfigError):
        return got.got
    text = repr(got)
    return text if len(text) <= 80 else text[:77] + "..."


@dataclass(frozen=True)
class Param:
    """One parameter of an entry: its default, its range and its words.

    `kind` is "int", "float", "bool", "choice", "points" (a list of [x, y] pairs, `low` to `high` of
    them), "layers" (a list of {"id", "params"}, `low` to `high` entries of `registry`), "numbers"
    (a list of numbers, each `low` to `high`, whole ones if its default's are; `items`: how many) or
    "key" (the SHA-256 digest of something that the server keeps; there is no default).
    `choices` maps ids to labels. `exclusive` leaves out the lower end of the range.
    """

    default: Any
    low: float | None = None
    high: float | None = None
    choices: Mapping[str, str] | None = None
    label: str = ""
    help: str = ""
    scale: str = "linear"
    kind: str = "float"
    exclusive: bool = False
    registry: Registry | None = None
    items: tuple[int, int] = (1, 1)

    @property
    def expected(self) -> str:
        """The range in words, as an error or a tool-tip says it."""
        if self.kind == "choice":
            return "one of " + ", ".join(self.choices or ())
        if self.kind == "bool":
            return "true or false"
        if self.kind == "points":
            reach = f"numbers from {-FARTHEST_POINT:,} to {FARTHEST_POINT:,}"
            return f"a list of {self.low:g} to {self.high:g} pairs [x, y] of {reach}"
        if self.kind == "layers":
            return f'a list of {self.low:g} to {self.high:g} objects with "id" and "params"'
        if self.kind == "numbers":
            fewest, most = self.items
            several = f"{most}" if fewest == most else f"{fewest} to {most}"
            noun = "whole numbers" if isinstance(self.default[0], int) else "numbers"
            return f"a list of {several} {noun} from {self.low:g} to {self.high:g}"
        if self.kind == "key":
            return "the key of something kept: 64 of the digits 0 to 9 and a to f"
        noun = "a whole number" if self.kind == "int" else "a number"
        if self.low is None or self.high is None:
            return noun
        if self.exclusive:
            return f"{noun} above {self.low:g} and at most {self.high:g}"
        return f"{noun} from {self.low:g} to {self.high:g}"

    def check(self, value: object, name: str) -> Any:
        """`value`, converted to the parameter's type; ConfigError when it is outside the range."""
        try:
            checked = _CHECKS[self.kind](self, value)
        except ConfigError as error:  # of a part of it
            raise error.inside(name) from None
        if checked is None:
            raise ConfigError(name, self.expected, value)
        return checked

    def to_json(self, name: str) -> dict[str, Any]:
        """The parameter as the page's catalog shows it."""
        choices = [{"id": k, "label": v} for k, v in (self.choices or {}).items()]
        return {
            "name": name,
            "label": self.label or name.replace("_", " ").capitalize(),
            "help": self.help,
            "kind": self.kind,
            "default": self.default,
            "low": self.low,
            "high": self.high,
            "exclusive": self.exclusive,
            "choices": choices or None,
            "scale": self.scale,
            "expected": self.expected,
            "registry": self.registry.name if self.registry is not None else None,
        }


def _number(p: Param, value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if p.low is not None and (value <= p.low if p.exclusive else value < p.low):
        return None
    return None if p.high is not None and value > p.high else float(value)


def _integer(p: Param, value: object) -> int | None:
    number = _number(p, value)
    return int(number) if number is not None and number == int(number) else None


def _boolean(_: Param, value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _choice(p: Param, value: object) -> str | None:
    return value if isinstance(value, str) and value in (p.choices or ()) else None


def _points(p: Param, value: object) -> list[list[float]] | None:
    if not isinstance(value, list | tuple) or not (p.low or 0) <= len(value) <= (p.high or 0):
        return None
    coordinate = Param(0.0, -FARTHEST_POINT, FARTHEST_POINT)
    points = []
    for pair in value:
        if not isinstance(pair, list | tuple) or len(pair) != 2:
            return None
        x, y = (_number(coordinate, v) for v in pair)
        if x is None or y is None:
            return None
        points.append([x, y])
    return points


def _layers(p: Param, value: object) -> list[dict[str, Any]] | None:
    if not isinstance(value, list | tuple) or not (p.low or 0) <= len(value) <= (p.high or 0):
        return None
    assert p.registry is not None
    return [p.registry.choice(chosen, str(place)) for place, chosen in enumerate(value)]


def _numbers(p: Param, value: object) -> list[float] | None:
    if not isinstance(value, list | tuple) or not p.items[0] <= len(value) <= p.items[1]:
        return None
    check = _integer if isinstance(p.default[0], int) else _number
    found = [check(p, one) for one in value]
    return None if None in found else [one for one in found if one is not None]


def _key(_: Param, value: object) -> str | None:
    return value if isinstance(value, str) and KEY.fullmatch(value) else None


_CHECKS: dict[str, Callable[[Param, object], Any]] = {
    "float": _number,
    "int": _integer,
    "bool": _boolean,
    "choice": _choice,
    "points": _points,
    "layers": _layers,
    "numbers": _numbers,
    "key": _key,
}


def param(
    default: Any,
    low: float | None = None,
    high: float | None = None,
    *,
    choices: Mapping[str, str] | None = None,
    label: str = "",
    help: str = "",
    log: bool = False,
    exclusive: bool = False,
    registry: Registry | None = None,
    items: tuple[int, int] = (1, 1),
) -> Any:
    """Declare a parameter as a default value: `std: float = param(0.05, 0.0, 0.5)`.

    An int default makes a whole number, a float a number, a bool a switch, `choices` (id → label) a
    selection, a list a set of points or, with a `registry`, layers, a tuple a list of `items` many
    numbers, a text without `choices` a key. `log` asks the page for a logarithmic control.
    """
    kind = "layers" if registry is not None else _KINDS[type(default)]
    if choices is not None:
        kind = "choice"
    return Param(
        default=default,
        low=low,
        high=high,
        choices=choices,
        label=label,
        help=help,
        scale="log" if log else "linear",
        kind=kind,
        exclusive=exclusive,
        registry=registry,
        items=items,
    )


_KINDS = {
    int: "int", float: "float", bool: "bool", list: "points", tuple: "numbers", str: "key",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One registered function with everything that the catalog says of it."""

    id: str
    label: str
    function: Callable[..., Any]
    params: Mapping[str, Param]
    help: str = ""
    formula: str = ""
    source: str = ""
    extras: Mapping[str, Any] = field(default_factory=dict)

    def fill(
        self, params: Mapping[str, Any], base: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """All parameters, checked: `params`, then `base`, then defaults. ConfigError otherwise."""
        if not isinstance(params, Mapping):
            raise ConfigError("params", "an object of parameters", params)
        for name in params:
            if name not in self.params:
                known = ", ".join(self.params) or "no parameters"
                raise ConfigError(f"params.{name}", f"one of {known} for {self.id}", name)
        given = {**(base or {}), **params}
        return {
            name: p.check(given.get(name, p.default), f"params.{name}")
            for name, p in self.params.items()
        }

    def bind(self, params: Mapping[str, Any]) -> Callable[..., Any]:
        """The function with its parameters filled in."""
        return functools.partial(self.function, **self.fill(params))

    def to_json(self) -> dict[str, Any]:
        """The entry as the page's catalog shows it; extras that JSON cannot hold are left out."""
        plain = (str, int, float, list, tuple)  # bool is an int
        extras = {k: v for k, v in self.extras.items() if isinstance(v, plain)}
        return {
            "id": self.id,
            "label": self.label,
            "help": self.help,
            "formula": self.formula,
            "source": self.source,
            "params": [p.to_json(name) for name, p in self.params.items()],
            **extras,
        }


class Registry:
    """The entries of one kind, in the order of their registration."""

    def __init__(self, name: str, label: str) -> None:
        self.name = name
        self.label = label
        self._entries: dict[str, Entry] = {}

    def register(
        self, label: str, *, formula: str = "", source: str = "", id: str = "", **extras: Any
    ) -> Callable[[F], F]:
        """Decorate a function so that it becomes an entry; the function itself is unchanged.

        The id is the function's name unless `id` gives another. Raises ValueError when it is taken
        or the docstring, which is the help, is missing.
        """

        def decorate(function: F) -> F:
            name = id or function.__name__
            if name in self._entries:
                raise ValueError(f"{self.name}: the id {name!r} is already registered")
            doc = inspect.getdoc(function)
            if not doc:
                raise ValueError(f"{self.name}: {name!r} needs a docstring; it is the page's help")
            first = " ".join(doc.split("\n\n")[0].split())
            params = {
                key: value.default
                for key, value in inspect.signature(function).parameters.items()
                if isinstance(value.default, Param)
            }
            self._entries[name] = Entry(
                name, label, function, params, first, formula, source, extras
            )
            return function

        return decorate

    def __getitem__(self, entry_id: str) -> Entry:
        """The entry with this id; ConfigError, naming the known ids, when there is none."""
        if not isinstance(entry_id, str) or entry_id not in self._entries:
            raise ConfigError("id", "one of " + ", ".join(self._entries), entry_id)
        return self._entries[entry_id]

    def choice(self, value: object, name: str) -> dict[str, Any]:
        """{"id", "params"} of an entry with all its parameters, checked; ConfigError otherwise."""
        if not isinstance(value, Mapping) or not set(value) <= {"id", "params"}:
            raise ConfigError(name, 'an object with "id" and "params"', value)
        try:
            entry = self[value.get("id", "")]
            return {"id": entry.id, "params": entry.fill(value.get("params", {}))}
        except ConfigError as error:
            raise error.inside(name) from None

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def remove(self, entry_id: str) -> None:
        """Take an entry out again (for tests and notebooks that register their own)."""
        del self._entries[entry_id]

    def to_json(self) -> list[dict[str, Any]]:
        """All entries for the catalog."""
        return [entry.to_json() for entry in self]
