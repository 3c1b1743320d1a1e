"""Lab: all sessions of a server: which worker has each, who watches, what is kept of it.

The web side talks to sessions through it alone. It never trains, and never waits for a worker
where others would have to wait with it.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import logging
import secrets
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from ganlab.protocol import AnyCommand, ChangeView, CheckLayers, NewSession
from ganlab.registry import ConfigError, NotHereError
from ganlab.runtime.archive import Archive
from ganlab.runtime.channel import Message
from ganlab.runtime.evaluations import Evaluations
from ganlab.runtime.fetches import Fetches
from ganlab.runtime.outbox import Outbox
from ganlab.runtime.place import (
    CRASHES_GIVE_UP,
    CRASHES_STOP,
    RECOVERED,
    STOPPED,
    STOPPING,
    TRIES,
    FullError,
    Place,
    UnknownSessionError,
    Watcher,
)
from ganlab.runtime.pool import Pool, WorkerFailedError, WorkerLink, WorkerLostError
from ganlab.runtime.shelf import ID_PATTERN, Shelf
from ganlab.settings import Settings

logger = logging.getLogger(__name__)

ABANDONED_S = 60.0  # without a viewer for so long, a run makes room for a new one
HOUSEKEEPING_S = 2.0
PREPARED = 4  # workers that have scikit-learn at hand from the start, at 100 MB each
FINISH_S = 1.5  # for the workers to hand over their sessions at the end
DAY_S = 86_400.0

DELETED, FAILED = 4410, 1011  # codes of the websocket's end


class Lab:
    """`start` it, use it, `stop` it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        options = {
            "device": settings.device,
            "threads": settings.thread_count,
            "extensions": settings.extensions,
            "cache_dir": str(settings.cache_dir.absolute()),
        }
        self._pool = Pool(settings.worker_count, options, self._heard, self._lost)
        self.evaluations = Evaluations(options, self._found)
        self.fetches = Fetches(options)
        shelf = Shelf(settings.state_dir / "sessions")
        self._archive = Archive(shelf, settings.keep_days * DAY_S)
        self._places: dict[str, Place] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._viewer_ids = itertools.count(1)
        self._tasks: set[asyncio.Task[None]] = set()
        self._previews: asyncio.Task[bytes] | None = None
        self._preparing: WorkerLink | None = None
        self.catalog = b""  # JSON

    async def start(self) -> None:
        """Start the workers; back when the first is ready. Raises RuntimeError."""
        crew = await self._pool.start()
        self.catalog = json.dumps(crew[0].catalog).encode()
        self.fetches.know(crew[0].catalog)
        self._spawn(self._keep_house())
        self._spawn(self._prepare())
        self._spawn(self._prepare_images(crew[0].catalog["images"]["defaults"]["data"]))

    async def stop(self) -> None:
        """Put every session on disk and end all processes."""
        for task in self._tasks:
            task.cancel()
        asked = [link.request("finish") for link in self._pool.crew]
        if asked:
            await asyncio.wait(asked, timeout=FINISH_S)
        for answer in asked:
            answer.add_done_callback(_look_away)
        await self._archive.write(self._places.values())
        self.kill()

    def kill(self) -> None:
        """End all processes at once. Needs no event loop."""
        self.evaluations.kill()
        self.fetches.kill()
        self._pool.kill()

    def say_goodbye(self) -> None:
        """Tell every viewer that the server stops."""
        for place in self._places.values():
            place.tell(STOPPING)

    # What visitors want

    async def create(self, wanted: NewSession) -> dict[str, Any]:
        """A new session's state event. Raises ConfigError, FullError."""
        await self._make_room()
        place = Place(secrets.token_hex(10), await self._least_busy(), wanted.model_dump())
        self._places[place.id] = place
        return await self._open(place)

    async def describe(self, session_id: str) -> dict[str, Any]:
        """A session's state event. Raises UnknownSessionError, FullError, NotHereError."""
        return await _state(await self._find(session_id))

    async def model(self, session_id: str) -> bytes:
        """A session's weights and all its state, as safetensors. Raises as `describe`."""
        place = await self._find(session_id)
        return (await place.ask("model")).payload

    async def network(self, session_id: str, player: str) -> bytes:
        """One player's network, for use elsewhere, as safetensors. Raises as `describe`, and
        ConfigError where there are none to be had alone.
        """
        place = await self._find(session_id)
        return (await place.ask("network", player=player)).payload

    async def open_model(self, session_id: str, document: bytes) -> dict[str, Any]:
        """Have a session go on from a saved model; its state event then. Raises as `describe`, and
        ConfigError, with nothing changed, for what is no such model.
        """
        place = await self._find(session_id)
        answer = await self._with_images(lambda: place.ask("open", document, tries=1))
        state: dict[str, Any] = answer.fields["state"]
        return state

    async def delete(self, session_id: str) -> None:
        """End a session for good. Raises as `describe`."""
        await self._discard(await self._find(session_id), DELETED, "the session was deleted")

    async def previews(self) -> bytes:
        """JSON: points of each distribution, for thumbnails. The first time takes seconds."""
        if self._previews is None or (self._previews.done() and self._previews.exception()):
            self._previews = asyncio.create_task(self._make_previews())
        return await asyncio.shield(self._previews)

    async def check_layers(self, wanted: CheckLayers) -> bytes:
        """JSON: what `ganlab.gan.image.plan.check` says of layers. The spare worker has the time,
        but for its first seconds, when it draws previews.
        """
        for _ in range(TRIES):
            drawing = self._previews is not None and not self._previews.done()
            link = await (self._least_busy() if drawing else self._pool.standby())
            with contextlib.suppress(WorkerLostError):
                return (await link.request("layers", **wanted.model_dump())).payload
        raise WorkerFailedError("the worker that was asked ends again and again")

    async def _make_previews(self) -> bytes:
        standby = await self._pool.standby()
        return (await standby.request("previews")).payload

    async def _prepare(self) -> None:
        """Have the workers that nobody uses yet import scikit-learn, one after the other, so that
        data that need it do not keep a whole worker waiting for seconds.
        """
        with contextlib.suppress(WorkerLostError, WorkerFailedError):
            await self.previews()
            for link in self._pool.crew[:-PREPARED:-1]:
                if not any(place.link is link for place in self._places.values()):
                    self._preparing = link
                    await link.request("previews")
        self._preparing = None

    async def _prepare_images(self, choice: dict[str, Any]) -> None:
        """Have the images that a run begins with made before somebody waits for them."""
        try:
            await self.fetches.bring(choice["id"], choice["params"])
        except ConfigError as error:
            logger.warning("the first images cannot be made: %s", error)

    async def join(self, session_id: str, outbox: Outbox) -> int:
        """Watch a session: its events and frames go to the outbox. The viewer's number.

        Raises as `describe`.
        """
        place = await self._find(session_id)
        viewer = next(self._viewer_ids)
        place.watchers[viewer] = Watcher(outbox)
        place.link.post("join", session=session_id, viewer=viewer, view={})
        return viewer

    def leave(self, session_id: str, viewer: int) -> None:
        """Watch no more."""
        place = self._places.get(session_id)
        if place is not None and place.watchers.pop(viewer, None) is not None:
            place.unwatched_since_s = time.monotonic()
            place.link.post("leave", session=session_id, viewer=viewer)

    def command(self, session_id: str, viewer: int, command: AnyCommand, text: str) -> None:
        """Pass on a command that has been checked; the answer comes to the outbox."""
        place = self._places.get(session_id)
        if place is None or viewer not in place.watchers:
            return
        if isinstance(command, ChangeView):
            said = command.model_dump(exclude_unset=True, exclude={"type", "request"})
            place.watchers[viewer].view.update(said)
        place.link.post("command", text.encode(), session=session_id, viewer=viewer)

    # Sessions come and go

    async def _open(self, place: Place) -> dict[str, Any]:
        """The state of a session that its worker begins or brings back; out again on failure."""
        try:
            answer = await self._with_images(place.open)
            state: dict[str, Any] = answer.fields["state"]
        except WorkerLostError:  # the rescue opens it once more
            return await _state(place)
        except BaseException:
            self._places.pop(place.id, None)
            raise
        return state

    async def _with_images(self, ask: Callable[[], Awaitable[Message]]) -> Message:
        """A worker's answer. It waits for images that have to be made first, with no worker
        waiting; those that others made are for the visitor to fetch.
        """
        try:
            return await ask()
        except NotHereError as error:
            if "origin" in error.missing:
                raise
            await self.fetches.bring(error.missing["id"], error.missing["params"])
            return await ask()

    async def _find(self, session_id: str) -> Place:
        """The place of a session, which is brought back if it has been put aside."""
        async with self._lock(session_id):
            place = self._places.get(session_id)
            return place if place is not None else await self._revive(session_id)

    async def _revive(self, session_id: str) -> Place:
        documents = await self._archive.read(session_id) if _is_id(session_id) else []
        for document in documents:
            await self._make_room()
            place = Place(session_id, await self._least_busy(), checkpoint=document)
            self._places[session_id] = place
            try:
                await self._open(place)
            except NotHereError:  # it is there again as soon as its images are
                raise
            except (ConfigError, WorkerFailedError) as error:
                logger.warning("a checkpoint of session %s is of no use: %s", session_id, error)
            else:
                return place
        raise UnknownSessionError

    async def _put_aside(self, place: Place) -> None:
        """Keep a session on disk alone, unless somebody has come to watch."""
        async with self._lock(place.id):
            if place.watchers or self._places.get(place.id) is not place:
                return
            place.checkpoint, place.on_disk = (await place.ask("drop")).payload, False
            del self._places[place.id]
            await self._archive.write([place])

    async def _discard(self, place: Place, code: int, reason: str) -> None:
        self._places.pop(place.id, None)
        place.close(code, reason)
        place.link.request("drop", session=place.id).add_done_callback(_look_away)
        await self._archive.remove(place.id)

    async def _make_room(self) -> None:
        if len(self._places) < self._settings.max_sessions:
            return
        longest = max(self._places.values(), key=lambda place: place.idle_s)
        if longest.idle_s < ABANDONED_S:
            raise FullError
        await self._put_aside(longest)

    async def _least_busy(self) -> WorkerLink:
        """The worker with the fewest sessions that are watched, and of those the fewest at all: a
        tab that was left behind shall not send the next two to the same worker.
        """
        load = {link: [0, 0] for link in await self._pool.someone()}
        for place in self._places.values():
            if place.link in load:
                watched, every = load[place.link]
                load[place.link] = [watched + bool(place.watchers), every + 1]
        return min(load, key=lambda link: (link is self._preparing, *load[link]))

    def _lock(self, session_id: str) -> asyncio.Lock:
        return self._locks.setdefault(session_id, asyncio.Lock())

    # What workers say, and their end

    def _heard(self, _: WorkerLink, message: Message) -> None:
        place = self._places.get(message.fields["session"])
        if place is None:
            return
        if message.kind == "checkpoint":
            place.checkpoint, place.on_disk = message.payload, False
        elif message.kind in ("examine", "floor"):
            self.evaluations.ask(message)
        else:
            place.deliver(message)

    def _found(self, session_id: str, answer: dict[str, Any]) -> None:
        place = self._places.get(session_id)
        if place is not None:
            place.link.post("found", session=session_id, answer=answer)

    def _lost(self, link: WorkerLink) -> None:
        for place in [p for p in self._places.values() if p.link is link]:
            crashes = place.crashed() if place.id == link.playing else 0
            self._spawn(self._rescue(place, crashes))

    async def _rescue(self, place: Place, crashes: int) -> None:
        """Let another worker go on with a session, from its newest checkpoint."""
        if crashes >= CRASHES_GIVE_UP:
            await self._discard(place, FAILED, "the run ends its worker again and again")
            return
        stop = crashes >= CRASHES_STOP
        try:
            place.link = await self._least_busy()
            answer = place.open(status="paused" if stop else None)
            place.tell(STOPPED if stop else RECOVERED)
            await answer
        except WorkerLostError:
            logger.debug("session %s lost one more worker", place.id)
        except (ConfigError, WorkerFailedError, RuntimeError) as error:
            logger.warning("session %s cannot be brought back: %s", place.id, error)
            await self._discard(place, FAILED, "the run could not be brought back")

    # Housekeeping

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _keep_house(self) -> None:
        while True:
            await asyncio.sleep(HOUSEKEEPING_S)
            try:
                await self._tidy()
            except Exception:  # it must go on, whatever one session did
                logger.exception("housekeeping failed")

    async def _tidy(self) -> None:
        await self._archive.write(list(self._places.values()))
        limit_s = 60 * self._settings.idle_minutes
        for place in [p for p in self._places.values() if p.idle_s > limit_s]:
            await self._put_aside(place)
        await self._archive.sweep()


async def _state(place: Place) -> dict[str, Any]:
    state: dict[str, Any] = (await place.ask("describe")).fields["state"]
    return state


def _is_id(session_id: str) -> bool:
    return ID_PATTERN.fullmatch(session_id) is not None


def _look_away(answer: asyncio.Future[Message]) -> None:
    """Nobody waits for this answer; asyncio need not complain that nobody saw its error."""
    if not answer.cancelled():
        answer.exception()
