from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.mutation import TOKENS
from tests.fuzz.targets import TARGETS, attempt

NAMES = [*TARGETS, "folder"]
ROOT = Path(__file__).parents[2]

near_texts = st.lists(st.sampled_from(TOKENS), max_size=60).map(b"".join)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("first", [0, 1_000_000])
def test_nearly_right_files(name: str, first: int) -> None:
    """Good files after a few changes, the same ones in every run."""
    for seed in range(first, first + (40 if name == "folder" else 150)):
        attempt(name, seed)


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_and_texts_of_tokens(name: str) -> None:
    """Bytes without any sense, and what consists of nothing but signs with a meaning."""

    @given(st.binary(max_size=400) | near_texts)
    @settings(max_examples=60)
    def reads(data: bytes) -> None:
        TARGETS[name].read(data)

    reads()


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_for_a_while(name: str) -> None:
    """Five minutes of new tries for each kind of file, each bounded in time and memory."""
    child = [sys.executable, "-m", "tests.fuzz.session", name, "300"]
    session = subprocess.run(
        child, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False
    )
    assert session.returncode == 0, session.stdout + session.stderr[-2000:]
