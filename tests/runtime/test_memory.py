"""A process that trains keeps what it frees."""

import subprocess
import sys

import pytest

PROGRAM = """
import ctypes, resource
from ganlab.runtime.memory import keep_at_hand
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
if {keep}: keep_at_hand()
def step():
    blocks = [ctypes.c_void_p(libc.malloc(500_000)) for _ in range(40)]
    for block in blocks: libc.memset(block, 1, 500_000)
    for block in blocks: libc.free(block)
def faults(): return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(3): step()
before = faults()
for _ in range(10): step()
print(faults() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux's C library")
def test_pages_are_not_cleared_anew_in_every_step() -> None:
    given_back, kept = (
        int(subprocess.check_output([sys.executable, "-c", PROGRAM.format(keep=keep)]))
        for keep in (False, True)
    )
    assert kept < 100
    assert given_back > 10_000
