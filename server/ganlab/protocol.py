"""The wire: what page and server say to each other. This docstring is its specification.

REST, JSON both ways; every refusal is `{"error": {"field", "expected", "got", "message"}}`:

    GET    /healthz                  {"status": "ok"}
    GET    /api/catalog              every registry and field, see `ganlab.gan.catalog`; and
                                     "pretrained": {distribution id: {"step", "js_divergence",
                                     "floor"}}, and in "images": {preset id: {"step", …}}, what
                                     `load` can load (`ganlab.runtime.pretrained.listing`);
                                     "devices": {"default", "here": [{"id", "name"}]}
    GET    /api/previews             {distribution id: [[x, y], …]} in the unit square, y upwards
    GET    /api/embedding            {"origins": [sites whose pages may show the lab in a frame]}
    POST   /api/sessions             {"config": {…}, "pretrained": id|null, "script": [entries],
                                     "device": "cpu"|"cuda"|null}, all optional → 201, a state
                                     event; with pre-trained weights a configuration that is not
                                     empty may differ from theirs in live fields alone; the run does
                                     what the script says, see `state`
    GET    /api/sessions/{id}        a state event; a parked session is revived
    GET    /api/sessions/{id}/model  safetensors: `Game.state_dict()`; configuration in the metadata
    GET    /api/sessions/{id}/networks/{player}
                                     safetensors: one network of images, for use elsewhere; names,
                                     shapes and notes: `ganlab.gan.image.published`
    PUT    /api/sessions/{id}/model  body: such a file → a state event; the session goes on from it,
                                     paused, and every viewer is told and shown
    DELETE /api/sessions/{id}        204
    POST   /api/layers/check         {"layers": [{"id", "params"}], "inputs", "outputs"?, "labels"?}
                                     → {"layers": [{"id", "label", "input", "output", "weights"}] up
                                     to the first that does not fit, "weights": of all, "problem":
                                     null|{"layer": index, "field": of it, "reason"}}; makes nothing
    POST   /api/data                 {"id", "params"?}: has a set of images brought here, or joins
                                     who waits for it already → 202, how far that is
    GET    /api/data/{job}           {"job", "id", "params", "status": "waiting"|"working"|"done"|
                                     "failed"|"cancelled", "share": 0 … 1, "words", "statistics":
                                     of the set that is here now|null, "error"?: why it is not}
    DELETE /api/data/{job}           204; it is called off unless others wait for it
    POST   /api/images               body: 8 bytes, little-endian, length of the head; the head,
                                     {"files": [bytes of each], "size"?, "colour"?}; the files: PNG
                                     or JPEG, made size × size pixels; or one NPZ; or one IDX, and
                                     one of labels → 201, {"id", "params"}: `data`; "statistics";
                                     "networks": fields of a configuration that fits them
    POST   /api/login                {"token"} → 204 and a cookie, where the server has a token
    WS     /ws/sessions/{id}         this protocol

Images must be on the server before a run can use them. A new session waits for those that can be
made; all others, and all in `configure`, are refused with `missing` beside the refusal's other
fields: {"id", "params"} for POST /api/data, and for those that others made "origin", where they are
fetched from, and "by_hand", what to do without it.

Refusals: 401 no or wrong token, 403 Host or Origin, 404 no such session or job, 413 over 1 MiB
(images: 10 MiB, a model: 64 MiB), 422 a value that is not acceptable (`field` is its dotted path,
or in a model the tensor's name), 503 every place is taken.

Commands, JSON text, at most 64 KiB, one object each. Any may carry `request`, a whole number that
comes back in the answer.

    play {speed?}               steps per second; null is as fast as it can; absent is unchanged
    pause {}
    step {player?, count?}      "both" (default), "generator" or "discriminator"; 1 (default) … 1000
    phase {}                    the next phase of a step, in slow motion; the step counts with its
                                last phase. Any other command that touches the run plays the step
                                to its end first
    configure {changes, anew?}  partial RunConfig; a live change acts at the next step and play goes
                                on; any other starts anew at step 0, and play goes on as well; anew
                                (false by default) starts anew whatever is changed, if anything
    reset {seed?, device?}      back to where the run began, paused: to its pre-trained weights, or
                                else to step 0; another seed always begins at step 0; on
                                another device, the numbers differ in their last digits
    load {pretrained}           begin with the lab's own weights for the distribution, or preset of
                                images, with this id, and the settings they were trained with, at
                                the step that they were trained to; play goes on
    seek {step}                 to a step of this run's past that can be replayed, paused
    view {arrays?, grid?, fps?, raw?, units?, density?, label?, instruments?}
                                what this viewer is sent: names out of ARRAYS, side of the grid
                                8 … 128, frames a second 1 … 60; raw adds `d_grid_raw`; units
                                {"player": "generator" or "discriminator", "layer": 1 … hidden
                                layers} adds `units`, null ends that; density {"id", "params"?} adds
                                `density`, a model of the data, null ends it; label 0 … shows one
                                class where the model has labels, and of real images wherever they
                                have classes, null all; instruments, a list of their ids, adds
                                `instruments`
    inspect {id, params?}       look inside a GAN of images: an entry of the registry `inspections`,
                                of what is shown, in the class of the view's `label`; nothing of the
                                run changes
    ack {frame}                 a frame has been taken (not answered)

Answers: play, pause, configure, reset, load and seek by a state event with `request`, then a frame;
step, phase, view and inspect by a frame with `request` (a step or phase that pauses a playing run,
and steps of one player alone, send a state event as well). A step that is cut short by another
command is answered by the frame that shows how far it came. A refused command is answered by an
error event, and nothing has changed.
More than 20 commands a second beyond a burst of 60 close the socket (1008), as does a message above
64 KiB (1009); acks have an allowance of their own. 1012: the server stops; 1011: it failed;
4404: no such session; 4503: every place is taken; 4410: the session was deleted.

Events, JSON text:

    state   {"type", "id", "status": "paused"|"playing"|"diverged", "step", "speed": number|null,
             "device": "cpu"|"cuda", "config": RunConfig,
             "origin": {"kind": "pretrained"|"file", "id", "step"}|null,
             "script": {"start", "entries"}|null, "extent": [x_min, x_max, y_min, y_max],
             "modes": [[x, y, std], …]|null, "floors": {metric id: value of a perfect generator},
             "metric_samples": 5000, "networks": {player: [width of each layer, input first]},
             "checkpoints": [steps that seek reaches at once], "classes": labels that the model has
             (0: none), "encoder": [widths of its encoder]|null, "built_for": of images, {player:
             {"inputs", "outputs"|null, "labels"}}, what `layers/check` takes (0: any), "request"?}
            `script` is what was done to the run: it began with `config`, but for the live fields
            in `start`, and from its first step on [step, {changes}] was configured before the next
            step, or [step, player, count] played by one player alone. Null: not all of it is known.
            On connecting, and to all viewers whenever one of them is out of date (the steps of
            a playing run and its checkpoints are not counted); a frame follows at once.
    error   {"type", "command", "field", "expected", "got", "message", "request"?, "missing"?}
            `message` is a plain sentence, such as "Must be above 0. Still using 0.001."
    notice  {"type", "kind", "title", "message", "step"?, "checkpoint"?, "suggestion"?}
            kind: diverged (step, checkpoint to seek, suggestion {"label", "changes"}), recovered
            (the worker died; commands under way are lost), stopped (this run killed its worker
            three times within a minute; it is paused), server_stopping.

Frames, binary, safetensors: 8 bytes little-endian header length, JSON header, arrays (see ARRAYS).
`__metadata__` holds strings: `frame` (number, rising), `step`, `status`, `steps_per_second`,
`trained_s` (seconds spent on this run's steps, without pauses and looks), `d_loss`, `g_loss`,
`d_grad_norm`, `g_grad_norm` (absent before the first turn), `noise_std` (of the noise on all that D
sees in the next step) and `real_label` (what its real samples count as),
both only where a regularizer is on that sets them, `rate_factor` (of both learning rates in the
next step, only where a schedule changes them), `metrics` (JSON
{id: value}, in the first frame after they were measured: at most twice a second while playing; of a
run at rest, in a frame that follows the one that answers a command), `mode_shares` (JSON list, with
the metrics, where the data has modes), `diagnosis` (JSON list, with the metrics: what the detectors
say, see `ganlab.gan.diagnosis.watch.Watch.findings`), `units` (JSON, with the array `units`: see
`ganlab.gan.plane.units.UnitPictures`; neither where a new network has no such layer), `density`
(below), `instruments` (JSON {id: {"value", "step": of which, "p"?: of a test, "floor"?: [mean,
spread] of what a perfect sampler scores}}, those of the viewer's that are new: another process
finds them, late but never holding up the run; those that the data do not allow never come; of
images see below), `phase` (below), `inspection` (in the frame that answers an `inspect`: JSON
{"id", "params", "step", …} with what was found; the arrays that go with it begin with
`inspection_`; see the entries in `ganlab.gan.image.inspections`), `classes` (as in the state, where
there are some), `request`.

Instruments of images. A reading is {"preparing": share done} while the classifier that they go by
is trained, at first use of the data; then it has "by" as well: {"accuracy": of the classifier on
"tested" held-out images in %, null: data without classes, seen by a network with random weights;
"samples" a side, fewer than the catalog's where few images are held out}.
`image_classes` has "shares" of each class among the fakes, and those "due" in the data;
`image_pairs` has "pairs" of numbers, their "distances", and with it comes an array of its name,
(pairs, 2, height, width, channels) uint8. All that are chosen look at the same fakes in turn.

Density. Where the view asks for one, every frame carries `density`: JSON {"fit": number, "id",
"params", "status": "fitting"|"ready"|"failed"}; failed with "message"; ready with "held_out", the
mean log-likelihood of "held_out_samples" samples in nats (null: one of them has no density), its
standard "error", "floor", what the data's own density scores on them (null where it is not known),
"samples" that it was fitted to, and for kernels "bandwidth" in plane units. The array `density`
(128, 128) float16, negative log-likelihood in nats, row 0 = y_min, comes once per fit to a viewer.
It is fitted in a process of its own, and anew when data or seed change.

Slow motion. Every frame from a `phase` command to the next other one that touches the run carries
`phase`: JSON {"player", "name", "index": 1…5, "turn" of "turns": which of its player's updates in
this step, "last": whether it ended the step, "trial"?: true where the turn's move will be taken
back, and numbers}. What it found, by its name:

    samples      arrays `phase_noise` (n, dimension), `phase_x_fake` (n, 2) made of it, and
                 `phase_x_real` (n, 2) where the turn needs real samples (D's; G's by pairs or with
                 `unroll` or an encoder): the batch, in plane units; with labels also
                 `phase_fake_labels` and `phase_real_labels` (n,)
    predictions  arrays `phase_d_fake` (n,) and `phase_d_real` where they count: D's raw outputs, at
                 each sample of a pack the pack's; in G's turn with `unroll`, those of the D that it
                 foresees
    loss         "loss", penalties included; "penalty", their part, where there are any
    gradients    "gradient_norm"; G: array `phase_gradients` (n, 2) at its fakes, as `gradients`;
                 D: arrays `phase_slope_real`, `phase_slope_fake` (n,), the derivative of each
                 sample's own term of D's loss by its raw output
    update       "update_norm", how far its "weights" (their number) moved as a whole

What a turn has found stays in the frames of its later phases. All other arrays show the networks
as they are at that moment: with the weights before the update up to phase 4, and after it in phase
5. `d_loss` to `g_grad_norm` are those found last.

Images. In a run whose `scene` is "image" a state has `extent` and `modes` null,
`networks` {player: [numbers that each layer puts out]}, and besides `layers` {player: [{"id",
"label", "input": shape, "output": shape, "weights": number}]} and `images`, what
`ganlab.gan.image.dataset.ImageSet.statistics` says of the data. Of the arrays there are `real` and
`fake`, (64, height, width, channels) uint8, and what belongs to them: `d_real`, `d_fake`, their
`_raw`, `noise`, `real_labels` (where the data has classes), `fake_labels` (where the model has: as
many rows as 64 fill, each one noise with every class),
`inputs`, of pairs what each is made from, `reconstruction` and `codes` of real images (with an
encoder, whose layers' numbers are the state's `encoder`); others say nothing. A view's `units` and
`density` are refused. Frames say also `examples`, how many real images D has learned from,
`examples_per_second` over the last second, `epochs`, how often that is all of them, and
`verdict_ms`, what one verdict of D takes at a look. Slow motion's
`phase_x_real` and `phase_x_fake` are such images too, `phase_x_gradients` (n, channels, height,
width) is the derivative of G's loss by its fakes, and `phase_layer_gradients` (layers,) the length
of each layer's part of the gradient (of a network that is one list of layers).

A playing run that nobody has watched for a minute rests, and plays on when somebody comes back.

A viewer is sent at most WINDOW frames that it has not acknowledged, save those that carry its own
`request`; whenever there is room again it is sent the newest state, and the frames between are
never made. One that does not acknowledge sees no more frames and holds up nobody else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load, save

from ganlab.commands import (
    COMMANDS,
    Ack,
    AnyCommand,
    ArrayName,
    ChangeView,
    CheckLayers,
    Command,
    CommandError,
    Configure,
    Inspect,
    Load,
    Login,
    NewSession,
    Pause,
    Play,
    PlayPhase,
    Reset,
    Seek,
    Step,
    Units,
    Upload,
    Wanted,
    read_command,
    read_upload,
    request_of,
)
from ganlab.registry import ConfigError, NotHereError

__all__ = [
    "COMMANDS",
    "WINDOW",
    "Ack",
    "AnyCommand",
    "Array",
    "ArrayName",
    "ChangeView",
    "CheckLayers",
    "Command",
    "CommandError",
    "Configure",
    "Inspect",
    "Load",
    "Login",
    "NewSession",
    "Pause",
    "Play",
    "PlayPhase",
    "Reset",
    "Seek",
    "Status",
    "Step",
    "Units",
    "Upload",
    "Wanted",
    "decode_frame",
    "encode_frame",
    "error_event",
    "notice_event",
    "read_command",
    "read_upload",
    "request_of",
    "to_text",
]

WINDOW = 3  # unacknowledged frames: enough to hide the way there and back, too few to pile up

Status = Literal["paused", "playing", "diverged"]
Array = NDArray[np.generic]


def error_event(
    error: ConfigError, *, command: str | None, request: int | None, still: str = ""
) -> dict[str, Any]:
    """The event that refuses a command; `still` is the sentence on what holds now."""
    event: dict[str, Any] = {
        "type": "error",
        "command": command,
        "field": error.field,
        "expected": error.expected,
        "got": error.got,
        "message": f"Must be {error.expected}. {still or 'Nothing was changed.'}",
    }
    if isinstance(error, NotHereError):
        event["missing"] = error.missing
    return event if request is None else {**event, "request": request}


def notice_event(kind: str, title: str, message: str, **more: Any) -> dict[str, Any]:
    """Something that the user should know; see the module's docstring for kinds and fields."""
    return {"type": "notice", "kind": kind, "title": title, "message": message, **more}


def to_text(document: Mapping[str, Any]) -> str:
    """JSON as it goes over the wire. Raises ValueError on NaN, which JSON does not have."""
    return json.dumps(document, allow_nan=False, separators=(",", ":"))


def encode_frame(arrays: Mapping[str, Array], metadata: Mapping[str, object]) -> bytes:
    """A frame: arrays by name; the metadata as strings, lists and objects in it as JSON."""
    texts = {k: v if isinstance(v, str) else json.dumps(v) for k, v in metadata.items()}
    frame: bytes = save(dict(arrays), texts)
    return frame


def decode_frame(frame: bytes) -> tuple[dict[str, Array], dict[str, str]]:
    """(arrays, metadata) of a frame. Raises ValueError when the bytes are not one."""
    if len(frame) < 8:
        raise ValueError(f"frame: expected at least 8 bytes, got {len(frame)}")
    length = int.from_bytes(frame[:8], "little")
    try:
        header = json.loads(frame[8 : 8 + length])
        return load(frame), header.get("__metadata__", {})
    except Exception as error:
        raise ValueError(f"frame: expected safetensors, got {error}") from None
