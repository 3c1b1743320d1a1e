"""Classifier: a small convolutional network that learns the classes of one set of images.

What it takes a fake for, and what it sees in it (the outputs of its last hidden layer), are what
fakes are measured by. Those of the data sets that presets use come with the lab; that of another
set is trained when it is first asked for. For a set without classes there is nothing to learn: then
the same network looks with the random weights that it began with, the same ones for every set.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save, save_file
from torch import Tensor, nn
from torch.nn import functional

from ganlab.gan.image.dataset import ImageSet, Shape
from ganlab.gan.image.datasets.cache import folder, write_whole

logger = logging.getLogger(__name__)

FEATURES = 64  # numbers that the last hidden layer puts out
SEEN = 90_000  # pictures that a training looks at, again and again where there are fewer
MOST_EPOCHS = 40

SHIPPED = Path(__file__).resolve().parents[2] / "pretrained"  # made by scripts/pretrain

_RECIPE = 1  # raise it with every change of what is learned
_SEED = 5
_BATCH, _RATE, _DECAY = 128, 3e-3, 1e-2
_SIDE = 32  # larger pictures are made smaller first
_AT_ONCE = 500  # pictures, when it looks


class Net(nn.Module):
    """Two convolutions, each with half as many pixels after it, and one dense layer."""

    mean: Tensor
    std: Tensor

    def __init__(self, shape: Shape, classes: int) -> None:
        super().__init__()
        channels, height, width = shape
        self.side = min(height, _SIDE), min(width, _SIDE)
        small = [math.ceil(side / 4) for side in self.side]
        self.register_buffer("mean", torch.zeros(()))
        self.register_buffer("std", torch.ones(()))
        self.body = nn.Sequential(
            nn.Conv2d(channels, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16), nn.ReLU(),
            nn.MaxPool2d(2, ceil_mode=True),
            nn.Conv2d(16, 32, 3, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
            nn.MaxPool2d(2, ceil_mode=True),
            nn.Flatten(), nn.Linear(32 * small[0] * small[1], FEATURES), nn.ReLU(),
        )  # fmt: skip
        self.head = nn.Linear(FEATURES, max(classes, 1))

    def seen(self, pixels: Tensor) -> Tensor:
        """uint8 pixels (n, channels, height, width) → numbers around 0, small enough."""
        x = pixels.float()
        if pixels.shape[2:] != self.side:
            x = functional.adaptive_avg_pool2d(x, self.side)
        return (x - self.mean) / self.std

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """What is seen → features (n, FEATURES) and scores of the classes (n, classes)."""
        features: Tensor = self.body(x)
        return features, self.head(features)


@dataclass(frozen=True, eq=False)
class Classifier:
    """A network that has learned. `accuracy` is the share, in percent, of the `tested` held-out
    images that it takes for what they are (None where there are none), `seconds` the processor's
    time that it took to learn, just now. One with 0 `classes` never learned anything.
    """

    net: Net
    classes: int
    accuracy: float | None = None
    tested: int = 0
    seconds: float = 0.0

    @torch.no_grad()
    def look(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """uint8 images (n, channels, height, width) → features (n, FEATURES) and probabilities of
        the classes (n, classes), float64.
        """
        self.net.eval()
        found = [self.net(self.net.seen(part)) for part in torch.split(pixels, _AT_ONCE)]
        features, scores = (torch.cat(part).double() for part in zip(*found, strict=True))
        return features, torch.softmax(scores, 1)[:, : self.classes]


def fresh_net(images: ImageSet) -> Net:
    """The network before it has learned anything: the same weights for the same shape."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(_SEED)
        net = Net(images.shape, images.classes)
    trained = images.images[: min(images.trained, 10_000)].float()
    net.mean.fill_(trained.mean())
    net.std.fill_(trained.std().clamp_min(1.0))
    return net


class Lesson:
    """The training of one classifier, which can be interrupted. Needs images with classes."""

    def __init__(self, images: ImageSet, seen: int = SEEN) -> None:
        self.share = 0.0  # of the training that is done
        self._images = images
        self._seen = seen
        self._net = fresh_net(images)
        self._steps = self._learn()
        self._seconds = 0.0

    def go_on(self, seconds: float = float("inf")) -> Classifier | None:
        """Learn for about so many seconds of the processor's time; the classifier, once it has
        learned all.
        """
        begun = time.process_time()
        until = begun + seconds
        for share in self._steps:
            self.share = share
            if time.process_time() >= until:
                self._seconds += time.process_time() - begun
                return None
        self._seconds += time.process_time() - begun
        return replace(tested(self._net, self._images), seconds=self._seconds)

    def whole(self) -> Classifier:
        """Learn all that is left."""
        made = self.go_on()
        assert made is not None, "there is no end to the time"
        return made

    def _learn(self) -> Iterator[float]:
        """One step of Adam at a time; gives the share that is done."""
        images, net = self._images, self._net
        assert images.labels is not None
        rng = torch.Generator().manual_seed(_SEED)
        n = images.trained
        epochs = max(1, min(MOST_EPOCHS, round(self._seen / n)))
        total = epochs * -(-n // _BATCH)
        optimizer = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_DECAY)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total)
        step = 0
        for _ in range(epochs):
            for numbers in torch.split(torch.randperm(n, generator=rng), _BATCH):
                x = _shifted(net.seen(images.images[numbers]), rng)
                self._step(optimizer, x, images.labels[numbers])
                schedule.step()
                step += 1
                yield step / total

    def _step(self, optimizer: torch.optim.Optimizer, x: Tensor, labels: Tensor) -> None:
        self._net.train()
        with torch.enable_grad():
            optimizer.zero_grad()
            functional.cross_entropy(self._net(x)[1], labels).backward()  # type: ignore[no-untyped-call]
            optimizer.step()


def tested(net: Net, images: ImageSet) -> Classifier:
    """A network that has learned, and how often it is right on the held-out images."""
    made = Classifier(net, images.classes)
    if not images.held_out:
        return made
    assert images.labels is not None
    _, guesses = made.look(images.images[images.trained :])
    right = guesses.argmax(1) == images.labels[images.trained :]
    return replace(made, accuracy=100 * float(right.double().mean()), tested=images.held_out)


def _shifted(x: Tensor, rng: torch.Generator) -> Tensor:
    """A batch moved by up to a fourteenth of its side, so that few pictures teach more."""
    height, width = x.shape[2:]
    most = max(height, width) // 14
    down, right = (int(v) for v in torch.randint(2 * most + 1, (2,), generator=rng))
    wide = functional.pad(x, (most, most, most, most), mode="replicate")
    return wide[:, :, down : down + height, right : right + width]


# On disk


def kept_at(images: ImageSet) -> Path:
    """Where the classifier of this very set is kept, beside the sets themselves."""
    mark = hashlib.sha256(json.dumps([_RECIPE, list(images.shape), images.held_out]).encode())
    for part in (images.images, images.labels):
        if part is not None:
            mark.update(part.contiguous().numpy().tobytes())
    return folder() / f"classifier-{mark.hexdigest()[:16]}.safetensors"


def keep(images: ImageSet, made: Classifier) -> None:
    """Keep a classifier for those who come later, in whichever process."""
    tensors = _tensors(made)
    write_whole(kept_at(images), lambda path: save_file(tensors, path, _facts(made)))


def ship(images: ImageSet, made: Classifier, where: Path = SHIPPED) -> Path:
    """Write a classifier, in half as many bytes, where it comes with the lab; the file."""
    net = fresh_net(images)
    half = {name: t.half() if t.is_floating_point() else t for name, t in _tensors(made).items()}
    net.load_state_dict(half)
    path = where / kept_at(images).name
    path.write_bytes(save(half, _facts(tested(net, images))))
    return path


def _tensors(made: Classifier) -> dict[str, Tensor]:
    return {name: t.contiguous() for name, t in made.net.state_dict().items()}


def _facts(made: Classifier) -> dict[str, str]:
    facts = {"accuracy": made.accuracy, "tested": made.tested, "seconds": made.seconds}
    return {"ganlab": json.dumps(facts)}


def recall(images: ImageSet) -> Classifier | None:
    """The classifier that comes with the lab for this set, or else the one that was kept, if any;
    for one without classes the network as it was before it learned anything. A file that was kept
    and cannot be read is removed.
    """
    net = fresh_net(images)
    if not images.classes:
        return Classifier(net, 0)
    kept = kept_at(images)
    path = next((p for p in (SHIPPED / kept.name, kept) if p.is_file()), None)
    if path is None:
        return None
    try:
        with safe_open(path, "pt") as file:
            facts = json.loads((file.metadata() or {})["ganlab"])
            net.load_state_dict({name: file.get_tensor(name) for name in file.keys()})  # noqa: SIM118
        return Classifier(net, images.classes, **facts)
    except (OSError, SafetensorError, RuntimeError, ValueError, KeyError, TypeError) as error:
        logger.warning("%s is no classifier and is removed: %s", path, error)
        with contextlib.suppress(OSError):
            kept.unlink()
    return None


def classifier_of(images: ImageSet) -> Classifier:
    """The classifier of a set: the one that was kept, or a new one, which then is."""
    found = recall(images)
    if found is None:
        found = Lesson(images).whole()
        keep(images, found)
    return found
