"""Any sequence of commands: nothing unhandled, every request answered, no change by a refusal."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ganlab.protocol import CommandError, read_command
from tests.runtime.conftest import SMALL, Driver

SCALARS = st.one_of(
    st.integers(-2, 40), st.sampled_from([10**9, 10**400, 2**53]), st.booleans(), st.none(),
    st.floats(), st.sampled_from(["adam", "hinge", "ring", "points", "plane", ""]),
)  # fmt: skip
PARAMS = st.dictionaries(
    st.sampled_from(["lr", "width", "layers", "weight", "dimension", "modes", "std", "junk"]),
    SCALARS,
    max_size=2,
)
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(
            ["sgd", "adam", "hinge", "wasserstein", "grid", "disk", "sphere", "none", "r1", "no"]
        ),
        "params": PARAMS,
    },
)
CHANGES = st.dictionaries(
    st.sampled_from(
        ["data", "prior", "generator", "discriminator", "loss", "regularizers", "g_optimizer",
         "d_optimizer", "dynamics", "d_steps", "g_steps", "batch_size", "g_ema", "seed", "no"]
    ),
    st.one_of(CHOICES, SCALARS, st.lists(CHOICES, max_size=2)),
    max_size=2,
)  # fmt: skip
COMMANDS = st.one_of(
    st.fixed_dictionaries({"type": st.just("configure"), "changes": CHANGES}),
    st.fixed_dictionaries(
        {"type": st.just("step")},
        optional={"count": st.integers(-1, 30), "player": st.sampled_from(["generator", "both"])},
    ),
    st.fixed_dictionaries({"type": st.just("seek"), "step": st.integers(-1, 60)}),
    st.fixed_dictionaries({"type": st.just("reset")}, optional={"seed": SCALARS}),
    st.fixed_dictionaries({"type": st.just("play")}, optional={"speed": SCALARS}),
    st.fixed_dictionaries({"type": st.just("view")}, optional={"grid": SCALARS, "fps": SCALARS}),
    st.fixed_dictionaries({"type": st.sampled_from(["pause", "phase", "phase"])}),
    st.fixed_dictionaries({"type": st.just("ack"), "frame": st.integers(0, 99)}),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(COMMANDS, st.integers(0, 4)), max_size=8))
def test_any_sequence_of_commands(script: list[tuple[dict[str, Any], int]]) -> None:
    driver = Driver(SMALL)
    asked = set()
    for request, (document, turns) in enumerate(script):
        try:
            command = read_command(json.dumps({**document, "request": request}))
        except CommandError:
            continue  # the server refuses it before a session sees it
        if command.type != "ack":
            asked.add(request)
        before = (driver.bytes(), driver.session.run.config, driver.session.status)
        said = len(driver.log.events())
        driver.session.handle(1, command)
        if "error" in [event["type"] for event in driver.log.events()[said:]]:
            assert (driver.bytes(), driver.session.run.config, driver.session.status) == before
        for _ in range(turns):
            driver.session.turn(0.001)
    driver.say(type="pause", request=999)
    driver.settle()
    events = driver.log.events()
    refused = [e["request"] for e in events if e["type"] == "error"]
    shown = [int(f["request"]) for f in driver.log.frames() if "request" in f]
    assert sorted(refused + shown) == sorted(asked | {999})
