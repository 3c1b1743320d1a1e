"""Commands: everything that a page may say to a session, as types, and how they are read.

`ganlab.protocol` says what each of them does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    TypeAdapter,
    ValidationError,
)
from pydantic_core import ErrorDetails, from_json

from ganlab.registry import ConfigError

T = TypeVar("T")

MAX_INTEGER = 2**53  # the largest whole number that JavaScript holds exactly
MAX_EXTENT = 2**16  # of a sample, along an axis

PlayerName = Literal["both", "generator", "discriminator"]
# float16 points in plane units (n, 2); verdicts 0 … 1 (n,), the probability of "real" where D's
# output is one (see `ganlab.gan.losses`); D's grid of verdicts × 255 (m, m), row 0 = y_min; raw
# outputs as they are; `noise` (n, dimension) behind the fakes, `lattice`, shaped as `manifold`,
# behind the manifold
ArrayName = Literal[
    "real", "fake", "d_grid", "d_grid_raw", "manifold", "gradients", "d_real", "d_fake",
    "d_real_raw", "d_fake_raw", "noise", "lattice", "real_labels", "fake_labels", "reconstruction",
    "codes", "inputs",
]  # fmt: skip


class CommandError(ConfigError):
    """A command that is not one, or with a field that is not acceptable. Nothing has changed."""

    def __init__(self, command: str | None, field: str, expected: str, got: object) -> None:
        super().__init__(field, expected, got)
        self.command = command


def _whole_numbers(value: object, path: str = "") -> Iterator[tuple[str, int]]:
    """Every whole number inside a JSON value with its dotted path."""
    if isinstance(value, int):
        yield path, value
    elif isinstance(value, Mapping | list):
        pairs = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, inner in pairs:
            yield from _whole_numbers(inner, f"{path}.{key}" if path else str(key))


def _no_giants(value: T) -> T:
    for path, number in _whole_numbers(value):
        if abs(number) > MAX_INTEGER:
            raise ConfigError(path, f"a number of at most {MAX_INTEGER}", "a larger number")
    return value


def _one_or_three(shape: list[int]) -> list[int]:
    if len(shape) not in (1, 3):
        raise ValueError("neither 1 nor 3 numbers")
    return shape


# Fields and ranges of a configuration are the registries' to check, NaN included.
JsonObject = Annotated[dict[str, Any], AfterValidator(_no_giants)]
JsonList = Annotated[list[Any], AfterValidator(_no_giants)]


Device = Literal["cpu", "cuda"]
_DEVICE = '"cpu", "cuda" or null'
_PRETRAINED = "the id of a distribution, or preset of images, with pre-trained weights"


class Model(BaseModel):
    """Strict JSON: no unknown field, no conversion, no NaN. A description says what is expected."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, frozen=True)


class Command(Model):
    """What every command has."""

    request: int | None = Field(None, ge=0, le=MAX_INTEGER, description="a whole number from 0")


class Play(Command):
    """Train, at `speed` steps per second or (null) as fast as it can."""

    type: Literal["play"] = "play"
    speed: float | None = Field(
        None, ge=0.1, le=100_000, description="a number from 0.1 to 100000, or null"
    )


class Pause(Command):
    """Stop after this step."""

    type: Literal["pause"] = "pause"


class Step(Command):
    """Play `count` steps, of both players or of one."""

    type: Literal["step"] = "step"
    player: PlayerName = Field("both", description='"both", "generator" or "discriminator"')
    count: int = Field(1, ge=1, le=1000, description="a whole number from 1 to 1000")


class PlayPhase(Command):
    """Play the next phase of a step."""

    type: Literal["phase"] = "phase"


class Configure(Command):
    """Change some fields of the configuration."""

    type: Literal["configure"] = "configure"
    changes: JsonObject = Field(description="an object of configuration fields")
    anew: bool = Field(False, description="true or false")


class Reset(Command):
    """Start the run anew."""

    type: Literal["reset"] = "reset"
    seed: int | None = Field(
        None, ge=0, le=2**32 - 1, description="a whole number from 0 to 4294967295"
    )
    device: Device | None = Field(None, description=_DEVICE)


class Load(Command):
    """Begin with pre-trained weights."""

    type: Literal["load"] = "load"
    pretrained: str = Field(max_length=80, description=_PRETRAINED)


class Seek(Command):
    """Go to a step of the run's past."""

    type: Literal["seek"] = "seek"
    step: int = Field(ge=0, le=MAX_INTEGER, description="a whole number from 0")


class Units(Model):
    """A hidden layer whose units are wanted."""

    player: Literal["generator", "discriminator"]
    layer: int = Field(ge=1, le=100)


class Density(Model):
    """A density model that is wanted."""

    id: str = Field(max_length=80)
    params: JsonObject = Field(default_factory=dict)


class ChangeView(Command):
    """Say what to be sent; what is left out stays as it is."""

    type: Literal["view"] = "view"
    arrays: list[ArrayName] | None = Field(
        None, max_length=16, description="a list of names out of " + ", ".join(get_args(ArrayName))
    )
    grid: int | None = Field(None, ge=8, le=128, description="a whole number from 8 to 128")
    fps: float | None = Field(None, ge=1, le=60, description="a number from 1 to 60")
    raw: bool | None = Field(None, description="true or false")
    units: Units | None = Field(
        None,
        description='null or {"player", "layer"}: "generator" or "discriminator", '
        "and a whole number from 1",
    )
    density: Density | None = Field(
        None, description='null or {"id", "params"}: a density model and its parameters'
    )
    label: int | None = Field(None, ge=0, le=255, description="null or a whole number from 0")
    instruments: list[str] | None = Field(
        None, max_length=100, description="a list of at most 100 ids of instruments"
    )


class Inspect(Command):
    """Look inside a GAN of images."""

    type: Literal["inspect"] = "inspect"
    id: str = Field(max_length=80, description="the id of an inspection")
    params: JsonObject = Field(default_factory=dict, description="an object of its parameters")


class Ack(Command):
    """A frame has been taken."""

    type: Literal["ack"] = "ack"
    frame: int = Field(ge=0, le=MAX_INTEGER, description="the number of a frame")


AnyCommand = (
    Play | Pause | Step | PlayPhase | Configure | Reset | Load | Seek | ChangeView | Inspect | Ack
)
COMMANDS: dict[str, type[Command]] = {
    model.model_fields["type"].default: model for model in get_args(AnyCommand)
}
_READER: TypeAdapter[AnyCommand] = TypeAdapter(Annotated[AnyCommand, Discriminator("type")])


class NewSession(Model):
    """The body of POST /api/sessions."""

    config: JsonObject = Field(
        default_factory=dict, description="an object of configuration fields"
    )
    pretrained: str | None = Field(None, max_length=80, description=_PRETRAINED + ", or null")
    script: JsonList = Field(
        default_factory=list, max_length=200, description="a list of at most 200 entries"
    )
    device: Device | None = Field(None, description=_DEVICE)


# The shape of one sample: (features,) or (channels, height, width).
Extent = Annotated[int, Field(ge=1, le=MAX_EXTENT)]
Shape = Annotated[list[Extent], AfterValidator(_one_or_three)]
Open = Annotated[int, Field(ge=0, le=MAX_EXTENT)]  # 0: of any extent
Outputs = Annotated[list[Open], AfterValidator(_one_or_three)]
_SHAPE = f"a list of 1 or 3 whole numbers from 1 to {MAX_EXTENT}"


class CheckLayers(Model):
    """The body of POST /api/layers/check."""

    layers: JsonList = Field(max_length=1000, description="a list of at most 1000 layers")
    inputs: Shape = Field(description=_SHAPE)
    outputs: Outputs | None = Field(None, description=_SHAPE + ", 0 for any, or null")
    labels: int = Field(0, ge=0, le=1000, description="a whole number from 0 to 1000")


class Wanted(Model):
    """The body of POST /api/data."""

    id: str = Field(max_length=80, description="the id of a data set")
    params: JsonObject = Field(default_factory=dict, description="an object of parameters")


class Upload(Model):
    """The head of the body of POST /api/images."""

    files: list[Annotated[int, Field(ge=0, le=MAX_INTEGER)]] = Field(
        max_length=2000, description="a list of 1 to 2000 lengths in bytes"
    )
    size: int = Field(28, ge=4, le=128, description="a whole number from 4 to 128")
    colour: bool = Field(False, description="true or false")


class Login(Model):
    """The body of POST /api/login."""

    token: str = Field(max_length=1024, description="the server's token")


def read_upload(body: bytes) -> tuple[Upload, bytes]:
    """Head and files of the body of POST /api/images. Raises ConfigError."""
    length = int.from_bytes(body[:8], "little")
    try:
        head = Upload.model_validate_json(body[8 : 8 + length])
    except ValidationError as error:
        found = error.errors(include_url=False)[0]
        field = str(found["loc"][0]) if found["loc"] else "body"
        known = Upload.model_fields.get(field)
        expected = "a head and the files that it lists, as the protocol says"
        raise ConfigError(
            field, (known and known.description) or expected, found["input"]
        ) from None
    files = body[8 + length :]
    if sum(head.files) != len(files):
        raise ConfigError("files", f"lengths that sum to {len(files):,} bytes", sum(head.files))
    return head, files


def read_command(text: str | bytes) -> AnyCommand:
    """The command that a message holds. Raises CommandError naming the field."""
    try:
        return _READER.validate_json(text)
    except ValidationError as error:
        raise _refusal(error.errors(include_url=False)[0]) from None


def request_of(text: str | bytes) -> int | None:
    """The `request` of a message, where that much of it can be read, for answering a refusal."""
    try:
        document = from_json(text)
    except ValueError:
        return None
    number = document.get("request") if isinstance(document, dict) else None
    return number if isinstance(number, int) and 0 <= number <= MAX_INTEGER else None


def _refusal(found: ErrorDetails) -> CommandError:
    if found["type"] == "json_invalid":
        return CommandError(None, "", "a JSON object", found["input"])
    if found["type"] in ("union_tag_invalid", "union_tag_not_found"):
        given = found["input"]
        got = given.get("type") if isinstance(given, Mapping) else given
        return CommandError(None, "type", "one of " + ", ".join(COMMANDS), got)
    if not found["loc"]:
        return CommandError(None, "", "a JSON object", found["input"])
    command, *path = (str(part) for part in found["loc"])
    if not path:
        return CommandError(command, "", "a JSON object", found["input"])
    fields = COMMANDS[command].model_fields
    cause = found.get("ctx", {}).get("error")
    if isinstance(cause, ConfigError):  # out of a validator of ours
        return CommandError(command, cause.field, cause.expected, cause)
    if found["type"] == "extra_forbidden":
        return CommandError(command, path[0], "one of " + ", ".join(fields), path[0])
    got = None if found["type"] == "missing" else found["input"]
    return CommandError(command, ".".join(path), fields[path[0]].description or "", got)
