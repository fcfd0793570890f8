from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.station.assembling import make_edition
from kiosk.station.children import child_environment
from kiosk.station.edition import Edition
from kiosk.station.editions import EditionStore, state_root, store_root


def test_state_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The flag wins over the environment, which wins over the user's own place."""
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "named"))
    assert state_root(tmp_path / "flag") == tmp_path / "flag"
    assert state_root(None) == tmp_path / "named"
    monkeypatch.delenv("KIOSK_STATE")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    assert state_root(None) == tmp_path / "home" / "kiosk"


def test_store_root(tmp_path: Path) -> None:
    """Each content folder has a store of its own, found again through links and when missing."""
    folder = tmp_path / "a" / "Mūsų paroda"
    other = tmp_path / "b" / "Mūsų paroda"
    before = store_root(tmp_path, folder)
    folder.mkdir(parents=True)
    (tmp_path / "link").symlink_to(folder)
    assert store_root(tmp_path, folder) == before
    assert store_root(tmp_path, tmp_path / "link") == before
    assert store_root(tmp_path, other) != before
    assert before.name.isascii()


@pytest.fixture
def store(tmp_path: Path) -> EditionStore:
    return EditionStore(tmp_path / "store")


@pytest.fixture
def first(store: EditionStore, content: Any) -> Edition:
    made = make_edition(store, content.folder, drafts=False, on_progress=lambda *_: None)
    assert made.edition is not None
    return made.edition


def add(store: EditionStore, like: Edition, *, errors: int = 0, drafts: bool = False) -> str:
    """Stores a variant of an edition without making its media again."""
    problem = Problem(
        path=".", severity=Severity.ERROR, scope=Scope.EVENT, code="bad-date", message="No."
    )
    number = store.next_number()
    with store.locked():
        store.add(
            replace(like, id=number, errors=errors, drafts=drafts, problems=(problem,) * errors)
        )
    return number


def test_numbers_count_up(store: EditionStore, first: Edition) -> None:
    """An id sorts after every earlier one, whatever the clock says."""
    numbers = [first.id, *(add(store, first) for _ in range(3))]
    assert numbers == sorted(numbers)
    assert [found.id for found in store.editions()] == numbers[::-1]


@pytest.mark.parametrize("broken", ["edition.json", "header.json"])
@pytest.mark.parametrize("damage", [b"", b"{", b"[" * 100_000, b'{"id": "00000002"}', None])
def test_broken_edition_is_skipped(
    store: EditionStore, first: Edition, broken: str, damage: bytes | None
) -> None:
    """An edition that is not what was written is not there, and the one before is."""
    second = add(store, first)
    path = store.root / "editions" / second / broken
    path.unlink() if damage is None else path.write_bytes(damage)
    assert store.load(second) is None
    assert store.latest(good_only=True) == first
    assert store.for_screen(floor=True) == first


def test_one_wrong_bit_is_noticed(store: EditionStore, first: Edition) -> None:
    """A changed letter in what was stored is enough to distrust it, wherever it is."""
    edition = store.root / "editions" / first.id / "edition.json"
    for path in (edition, *store.root.glob("objects/*/*.pack")):
        good = path.read_bytes()
        path.write_bytes(good[:-9] + bytes([good[-9] ^ 1]) + good[-8:])
        assert EditionStore(store.root).load(first.id) is None
        path.write_bytes(good)
    assert EditionStore(store.root).load(first.id) == first


def test_lost_copy_is_one_missing_medium(store: EditionStore, first: Edition) -> None:
    """If one copy has vanished from the disk, the rest of the edition still serves."""
    copy = first.path("media/picture.jpg")
    assert copy is not None
    copy.unlink()
    loaded = store.load(first.id)
    assert loaded is not None
    assert loaded.path("media/picture.jpg") is None
    assert loaded.preview("media/picture.jpg", "card") is not None


def test_prune(store: EditionStore, first: Edition) -> None:
    """The newest editions, the last good one, what is held, and their copies stay."""
    bad = [add(store, first, errors=1) for _ in range(4)]
    draft = add(store, first, drafts=True)
    stray = store.root / "objects" / "ff" / f"{'f' * 64}.jpg"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"stray")
    with store.hold(bad[0]):
        store.prune(keep=2)
        kept = {found.id for found in store.editions()}
        assert kept == {first.id, bad[0], bad[2], bad[3], draft}
    store.prune(keep=2)
    assert {found.id for found in store.editions()} == {first.id, bad[2], bad[3], draft}
    assert not stray.exists()
    loaded = store.latest(good_only=True)
    assert loaded is not None
    assert loaded.path("media/picture.jpg") is not None
    assert loaded.preview("media/picture.jpg", "card") is not None


HOLDING = """
import sys
from pathlib import Path
from kiosk.station.editions import EditionStore
hold = EditionStore(Path(sys.argv[1])).hold(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


def test_prune_while_another_process_shows_one(store: EditionStore, first: Edition) -> None:
    """What any kiosk has on screen stays with its media, until that kiosk is gone."""
    newer = [add(store, first) for _ in range(2)]
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(store.root), first.id],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=child_environment(),
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        store.prune(keep=1)
        assert {found.id for found in store.editions()} == {first.id, newer[-1]}
        assert first.path("media/picture.jpg") is not None
        holder.kill()
    store.prune(keep=1)
    assert [found.id for found in store.editions()] == [newer[-1]]


def test_prune_forgets_a_broken_edition(store: EditionStore, first: Edition) -> None:
    """An edition that cannot be read counts neither as kept nor as the last good one."""
    broken = add(store, first)
    (store.root / "editions" / broken / "edition.json").write_bytes(b"")
    store.prune(keep=1)
    assert [found.id for found in store.editions()] == [first.id]


def test_sweep(store: EditionStore, first: Edition) -> None:
    """Leftovers go, unless somebody is writing at this moment."""
    (store.incoming / "00000009").mkdir()
    (store.incoming / "copy").write_bytes(b"half")
    with store.locked():
        EditionStore(store.root).sweep()
        assert len(list(store.incoming.iterdir())) == 2
    store.sweep()
    assert not list(store.incoming.iterdir())
    assert store.load(first.id) == first


def test_empty_store(tmp_path: Path) -> None:
    """A store that was never written to has no editions and raises nothing."""
    store = EditionStore(tmp_path / "never")
    assert store.editions() == ()
    assert store.latest(good_only=False) is None
    assert store.for_screen(floor=True) is None
    assert not (tmp_path / "never").exists()
