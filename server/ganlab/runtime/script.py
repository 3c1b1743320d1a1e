"""Script: what was done to a run beside plain play, and at which step: with it, it is done again.

As JSON an entry is `[step, {live field: value, …}]`, a change that acts from that step on, or
`[step, "generator" or "discriminator", count]`, so many steps of one player alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ganlab.gan.config import LIVE_FIELDS, RunConfig
from ganlab.gan.phases import BOTH, PLAYERS
from ganlab.registry import ConfigError

MAX_ENTRIES = 200  # beyond that a run cannot be told: a link holds fewer
_MAX_STEP = 2**53

_ENTRY = 'a list [step, {changes}] or [step, "generator" or "discriminator", count]'


@dataclass(frozen=True)
class Entry:
    """`changes` act with the step after `step`; or `player` alone plays `count` steps."""

    step: int
    changes: Mapping[str, Any] | None = None
    player: str = BOTH
    count: int = 0

    @property
    def end(self) -> int:
        """The step at which it is over."""
        return self.step + self.count

    def to_json(self) -> list[Any]:
        """The entry as JSON."""
        if self.changes is not None:
            return [self.step, dict(self.changes)]
        return [self.step, self.player, self.count]


@dataclass(frozen=True)
class Script:
    """Everything that was done to a run that began at step `begun` with the settings `start`.

    `ahead` is what is still to be done at later steps. `whole` is False for a run of which not
    everything is known, which nobody can make again. A script never changes; its methods give new
    ones.
    """

    start: RunConfig
    begun: int = 0
    done: tuple[Entry, ...] = ()
    ahead: tuple[Entry, ...] = ()
    whole: bool = True

    # What happens to the run

    def changed(self, step: int, before: RunConfig, after: RunConfig) -> Script:
        """Somebody has changed live settings by hand: what was ahead is off."""
        script = dataclasses.replace(self, ahead=())
        if step == 0 and not self.done:  # as if it had begun so: nothing was drawn or moved yet
            return dataclasses.replace(script, start=after)
        changes = _differences(before, after)
        last = self.done[-1] if self.done else None
        here = last is not None and last.step == step and _passes(before, after)
        if last is not None and last.changes is not None and here:
            merged = Entry(step, {**last.changes, **changes})
            return script._with((*self.done[:-1], merged))
        return script._with((*self.done, Entry(step, changes)))

    def alone(self, step: int, player: str) -> Script:
        """One player alone has played the step after `step`."""
        last = self.done[-1] if self.done else None
        if last is not None and last.player == player and last.end == step:
            longer = dataclasses.replace(last, count=last.count + 1)
            return self._with((*self.done[:-1], longer))
        return self._with((*self.done, Entry(step, None, player, 1)))

    def alone_by_hand(self) -> Script:
        """Somebody steps one player by hand: what was ahead is off."""
        return dataclasses.replace(self, ahead=()) if self.ahead else self

    def back_to(self, step: int) -> Script:
        """The run has been put back to this step: what came later has not happened."""
        kept = tuple(e for e in self.done if e.step < step or (e.step == step and e.changes))
        if kept and kept[-1].end > step:
            kept = (*kept[:-1], dataclasses.replace(kept[-1], count=step - kept[-1].step))
        if kept == self.done:
            return self
        return dataclasses.replace(self, done=kept, ahead=())

    def _with(self, done: tuple[Entry, ...]) -> Script:
        if len(done) > MAX_ENTRIES:
            return dataclasses.replace(self, done=(), ahead=(), whole=False)
        return dataclasses.replace(self, done=done)

    # Following it

    def to_follow(self, entries: tuple[Entry, ...]) -> Script:
        """The script with these things ahead."""
        return dataclasses.replace(self, ahead=entries)

    def due(self, step: int) -> tuple[Script, Mapping[str, Any] | None]:
        """(the script after it, the changes) that act at this step; None when none are due."""
        if not self.ahead or self.ahead[0].changes is None or self.ahead[0].step > step:
            return self, None
        entry, rest = self.ahead[0], self.ahead[1:]
        return dataclasses.replace(self, done=(*self.done, entry), ahead=rest), entry.changes

    def turn(self, step: int) -> str:
        """Whose the step after `step` is."""
        entry = self.ahead[0] if self.ahead else None
        return entry.player if entry is not None and entry.step <= step else BOTH

    def followed(self, step: int, player: str) -> Script:
        """The step after `step` has been played by `player`, as the script has it."""
        entry, rest = self.ahead[0], self.ahead[1:]
        if step + 1 < entry.end:
            rest = (dataclasses.replace(entry, step=step + 1, count=entry.end - step - 1), *rest)
        return dataclasses.replace(self.alone(step, player), ahead=rest)

    # JSON

    def told(self, config: RunConfig) -> dict[str, Any] | None:
        """{"start", "entries"} for the page: `start` holds the settings in which the run's first
        ones differ from `config`, the present ones. None when the run cannot be made again.
        """
        if not self.whole:
            return None
        entries = [e.to_json() for e in (*self.done, *self.ahead)]
        return {"start": _differences(config, self.start), "entries": entries}

    def to_json(self, config: RunConfig) -> dict[str, Any] | None:
        """The whole of it for a checkpoint of a run with the settings `config`."""
        if not self.whole:
            return None
        return {
            "start": _differences(config, self.start),
            "begun": self.begun,
            "done": [e.to_json() for e in self.done],
            "ahead": [e.to_json() for e in self.ahead],
        }

    @classmethod
    def from_json(cls, document: object, config: RunConfig) -> Script:
        """What `to_json` gave; None is a run of which not all is known. Raises ConfigError."""
        if document is None:
            return cls(config, whole=False)
        names = {"start", "begun", "done", "ahead"}
        if not isinstance(document, Mapping) or set(document) != names:
            raise ConfigError("script", "null or an object of a script", document)
        start = config.changed(document["start"])
        if config.rebuilds(start):
            raise ConfigError("script.start", "live fields", document["start"])
        begun = _whole(document["begun"], "script.begun", 0)
        done = read_entries(document["done"], start, begun)
        ahead = read_entries(document["ahead"], config, begun)
        return cls(start, begun, done, ahead)


def read_entries(document: object, config: RunConfig, begun: int) -> tuple[Entry, ...]:
    """The entries of a run that begins at step `begun` with `config`, out of JSON from outside.

    Raises ConfigError naming the entry.
    """
    if not isinstance(document, list) or len(document) > MAX_ENTRIES:
        raise ConfigError("script", f"a list of at most {MAX_ENTRIES} entries", document)
    entries: list[Entry] = []
    free = begun  # the step up to which everything is settled
    for index, item in enumerate(document):
        where = f"script.{index}"
        if not isinstance(item, list) or not item:
            raise ConfigError(where, _ENTRY, item)
        step = _whole(item[0], f"{where}.0", free)
        entry = _entry(step, item, where, config)
        if entry.changes is not None:
            config = config.changed(entry.changes)
        entries.append(entry)
        free = entry.end
    return tuple(entries)


def _entry(step: int, item: list[Any], where: str, config: RunConfig) -> Entry:
    if len(item) == 2 and isinstance(item[1], Mapping):
        try:
            after = config.changed(item[1])
        except ConfigError as error:
            raise error.inside(f"{where}.1") from None
        if config.rebuilds(after):
            names = [name for name in item[1] if name not in LIVE_FIELDS]
            raise ConfigError(f"{where}.1", "fields that may change during a run", names)
        whole = after.to_json()
        return Entry(step, {name: whole[name] for name in item[1]})
    if len(item) == 3 and item[1] in PLAYERS:
        return Entry(step, None, item[1], _whole(item[2], f"{where}.2", 1))
    raise ConfigError(where, _ENTRY, item)


def _whole(value: object, where: str, least: int) -> int:
    if type(value) is not int or not least <= value <= _MAX_STEP:
        raise ConfigError(where, f"a whole number from {least}", value)
    return value


def _differences(before: RunConfig, after: RunConfig) -> dict[str, Any]:
    """The fields of `after`, as JSON, that differ from `before`."""
    old, new = before.to_json(), after.to_json()
    return {name: value for name, value in new.items() if value != old[name]}


def _passes(before: RunConfig, after: RunConfig) -> bool:
    """Whether a change leaves no trace but itself: another optimizer drops the moments of the last
    one, another batch size begins a block of the data, and an average begins with the weights.
    """
    return (
        before.d_optimizer.id == after.d_optimizer.id
        and before.g_optimizer.id == after.g_optimizer.id
        and before.batch_size == after.batch_size
        and bool(before.g_ema) == bool(after.g_ema)
        and before.g_mean == after.g_mean
    )
