import subprocess
import sys

import pytest

ARENAS = """
import ctypes, sys, threading
from pages.shared.front_door.memory import share_memory

if sys.argv[1] == "shared":
    share_memory()
libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
all_at_once = threading.Barrier(8)

def allocate():
    all_at_once.wait()
    libc.malloc(1000)
    all_at_once.wait()

threads = [threading.Thread(target=allocate) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
told = ctypes.c_void_p(libc.fopen(sys.argv[2].encode(), b"w"))
libc.malloc_info(0, told)
libc.fclose(told)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no arenas")
def test_threads_make_no_arena_beside_the_one_that_was_there(tmp_path):
    arenas = {}
    for kind in ("shared", "apart"):
        told = tmp_path / kind
        subprocess.run([sys.executable, "-c", ARENAS, kind, str(told)], check=True)
        arenas[kind] = told.read_text(encoding="ascii").count("<heap nr=")

    assert arenas["shared"] == 1 < arenas["apart"]
