"""Outbox: in order, bounded, and ended by one Close."""

from ganlab.runtime.outbox import LIMIT, TOO_SLOW, Close, Outbox


async def test_items_come_in_order_and_the_end_last() -> None:
    outbox = Outbox()
    outbox.put("state")
    outbox.put(b"frame")
    outbox.close(1012, "bye")
    outbox.put("too late")
    outbox.close(1000)
    assert [await outbox.get() for _ in range(3)] == ["state", b"frame", Close(1012, "bye")]


async def test_who_reads_nothing_is_cut_off() -> None:
    outbox = Outbox()
    for k in range(LIMIT + 50):
        outbox.put(str(k))
    assert await outbox.get() == Close(TOO_SLOW, "too slow")
