"""Registries and parameters: what is read off a function, and what a value must be."""

import pytest

from ganlab.registry import ConfigError, Param, Registry, param


def small_registry() -> Registry:
    registry = Registry("things", "Thing")

    @registry.register("A thing", formula="x", source="Someone 1999", colour="red", secret=len)
    def thing(
        n: int,
        *,
        size: float = param(0.5, 0.0, 1.0, exclusive=True, log=True, help="How large."),
        count: int = param(2, 1, 5),
        soft: bool = param(False),
        kind: str = param("a", choices={"a": "An A", "b": "A B"}),
        plain: int = 3,
    ) -> tuple[object, ...]:
        """Help for
        a student.

        More for the reader of the code.
        """
        return n, size, count, soft, kind, plain

    return registry


def test_an_entry_says_everything_about_its_function() -> None:
    entry = small_registry()["thing"].to_json()
    assert entry["help"] == "Help for a student."
    assert entry["label"] == "A thing"
    assert entry["colour"] == "red"
    assert "secret" not in entry
    assert [p["name"] for p in entry["params"]] == ["size", "count", "soft", "kind"]
    size = entry["params"][0]
    assert (size["kind"], size["scale"], size["help"]) == ("float", "log", "How large.")
    assert entry["params"][3]["choices"] == [
        {"id": "a", "label": "An A"},
        {"id": "b", "label": "A B"},
    ]
    assert size["expected"] == "a number above 0 and at most 1"


def test_a_tuple_declares_a_list_of_numbers() -> None:
    whole, any_number = param((0, 1), 0, 63, items=(2, 3)), param((0.0,), -3, 3, items=(0, 2))
    assert whole.check([63, 0], "picks") == [63, 0]
    assert any_number.check([], "amounts") == []
    assert any_number.check([1, -2.5], "amounts") == [1.0, -2.5]
    assert whole.expected == "a list of 2 to 3 whole numbers from 0 to 63"
    for bad in ([0], [0, 1, 2, 3], [0, 64], [0, 1.5], [0, True], [0, float("nan")], 3, "01"):
        with pytest.raises(ConfigError, match="picks"):
            whole.check(bad, "picks")


def test_bind_fills_defaults_and_checks() -> None:
    bound = small_registry()["thing"].bind({"count": 4})
    assert bound(7) == (7, 0.5, 4, False, "a", 3)


@pytest.mark.parametrize(
    ("params", "where", "expected"),
    [
        ({"size": 0.0}, "params.size", "above 0"),
        ({"size": 1.01}, "params.size", "at most 1"),
        ({"size": float("nan")}, "params.size", "a number"),
        ({"size": float("inf")}, "params.size", "a number"),
        ({"size": True}, "params.size", "a number"),
        ({"size": "0.5"}, "params.size", "a number"),
        ({"count": 2.5}, "params.count", "a whole number from 1 to 5"),
        ({"count": 10**9}, "params.count", "from 1 to 5"),
        ({"count": 10**400}, "params.count", "from 1 to 5"),
        ({"soft": 1}, "params.soft", "true or false"),
        ({"kind": "c"}, "params.kind", "one of a, b"),
        ({"kind": []}, "params.kind", "one of a, b"),
        ({"shape": 1}, "params.shape", "one of size, count, soft, kind"),
        ([], "params", "an object"),
    ],
)
def test_a_bad_value_is_named(params, where: str, expected: str) -> None:
    with pytest.raises(ConfigError) as caught:
        small_registry()["thing"].fill(params)
    assert caught.value.field == where
    assert expected in caught.value.expected


def test_a_whole_float_is_a_whole_number() -> None:
    filled = small_registry()["thing"].fill({"count": 3.0})
    assert filled["count"] == 3
    assert isinstance(filled["count"], int)


@pytest.mark.parametrize(
    "points",
    [[[0, 0]], [[0, 0]] * 4, [[0, 0], [0]], [[0, 0], [0, float("nan")]], [[0, 0], "ab"], 7],
)
def test_bad_points_are_refused(points) -> None:
    declared: Param = param([[0.0, 0.0], [1.0, 1.0]], 2, 3)
    assert declared.check([[0, 1], [2.5, 3]], "points") == [[0.0, 1.0], [2.5, 3.0]]
    with pytest.raises(ConfigError, match="2 to 3 pairs"):
        declared.check(points, "points")


def test_unknown_taken_and_undocumented_ids() -> None:
    registry = small_registry()
    with pytest.raises(ConfigError, match="one of thing"):
        registry["other"]
    with pytest.raises(ConfigError, match="one of thing"):
        registry[{}]  # type: ignore[index]
    with pytest.raises(ValueError, match="already registered"):
        registry.register("Again", id="thing")(small_registry)
    with pytest.raises(ValueError, match="needs a docstring"):
        registry.register("Silent")(lambda: None)
    registry.remove("thing")
    assert len(registry) == 0


def layered() -> Param:
    default = [{"id": "thing", "params": {}}]
    declared: Param = param(default, 1, 2, registry=small_registry(), help="A net.")
    return declared


def test_layers_are_entries_of_a_registry_with_all_their_parameters() -> None:
    rest = {"size": 0.5, "soft": False, "kind": "a"}
    found = layered().check([{"id": "thing"}, {"id": "thing", "params": {"count": 3}}], "net")
    assert found == [
        {"id": "thing", "params": {**rest, "count": 2}},
        {"id": "thing", "params": {**rest, "count": 3}},
    ]
    shown = layered().to_json("net")
    assert (shown["kind"], shown["registry"], shown["help"]) == ("layers", "things", "A net.")
    assert shown["expected"] == 'a list of 1 to 2 objects with "id" and "params"'


@pytest.mark.parametrize(
    ("value", "where", "expected"),
    [
        ([], "net", "a list of 1 to 2"),
        ([{"id": "thing"}] * 3, "net", "a list of 1 to 2"),
        ("thing", "net", "a list of 1 to 2"),
        (["thing"], "net.0", 'an object with "id" and "params"'),
        ([{"id": "thing", "size": 1.0}], "net.0", 'an object with "id" and "params"'),
        ([{"id": "thing"}, {"id": "no"}], "net.1.id", "one of thing"),
        ([{"id": "thing", "params": {"count": 9}}], "net.0.params.count", "from 1 to 5"),
        ([{"id": "thing", "params": 7}], "net.0.params", "an object of parameters"),
    ],
)
def test_a_bad_layer_is_named(value: object, where: str, expected: str) -> None:
    with pytest.raises(ConfigError) as caught:
        layered().check(value, "net")
    assert caught.value.field == where
    assert expected in caught.value.expected
