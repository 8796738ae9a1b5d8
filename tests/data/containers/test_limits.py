"""What a system refuses to bound is left out; all other limits hold."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("the limits of Linux and macOS", allow_module_level=True)

import resource

from data.containers.child import posix_limits


def test_a_limit_that_the_system_refuses_is_left_out_and_the_rest_holds(monkeypatch):
    held = []

    def as_on_macos(kind, bounds):
        if kind == resource.RLIMIT_AS:
            raise ValueError
        held.append((kind, bounds))

    monkeypatch.setattr(resource, "setrlimit", as_on_macos)

    posix_limits.confine(5)

    assert [kind for kind, _ in held] == [
        resource.RLIMIT_CPU,
        resource.RLIMIT_CORE,
        resource.RLIMIT_FSIZE,
    ]
    assert held[0][1][0] == 5
