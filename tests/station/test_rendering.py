from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from kiosk.station.rendering import choose_renderer, has_gpu


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    for part in ("class", "dev", "drivers"):
        (tmp_path / part).mkdir()
    return tmp_path


def fit(machine: Path, driver: str, node: str = "renderD128", features: str | None = None) -> None:
    """Puts a graphics device with this driver into the machine."""
    device = machine / "devices" / node
    device.mkdir(parents=True)
    (machine / "drivers" / driver).mkdir(exist_ok=True)
    (device / "driver").symlink_to(machine / "drivers" / driver)
    if features is not None:
        (device / "features").write_text(features + "\n")
    (machine / "class" / node).mkdir()
    (machine / "class" / node / "device").symlink_to(device)
    (machine / "dev" / node).touch()


def looks(machine: Path) -> bool:
    return has_gpu(machine / "class", machine / "dev")


@pytest.mark.parametrize("driver", ["i915", "xe", "amdgpu", "radeon", "nouveau", "nvidia", "v3d"])
def test_real_gpu(machine: Path, driver: str) -> None:
    """The drivers of processors that draw count."""
    fit(machine, driver)
    assert looks(machine)


@pytest.mark.parametrize("driver", ["vgem", "vkms", "simpledrm", "ast", "mgag200"])
def test_screen_without_gpu(machine: Path, driver: str) -> None:
    """Drivers that only show pictures do not count."""
    fit(machine, driver)
    assert not looks(machine)


@pytest.mark.parametrize(("features", "draws"), [("1100", True), ("0100", False), (None, False)])
def test_virtual_machine(machine: Path, features: str | None, draws: bool) -> None:
    """A virtual machine's screen counts only if its host draws for it."""
    fit(machine, "virtio_gpu", features=features)
    assert looks(machine) is draws


def test_one_of_two(machine: Path) -> None:
    """One processor that draws is enough."""
    fit(machine, "vgem")
    fit(machine, "i915", "renderD129")
    assert looks(machine)


def test_gpu_that_is_out_of_reach(machine: Path) -> None:
    """A processor whose device node is not there for us is none."""
    fit(machine, "i915")
    (machine / "dev" / "renderD128").unlink()
    assert not looks(machine)


def test_bare_machine(tmp_path: Path) -> None:
    """Without any graphics in the kernel there is no GPU and no error."""
    assert not has_gpu(tmp_path / "class", tmp_path / "dev")


@pytest.mark.parametrize(
    ("setting", "platform", "gpu", "renderer"),
    [
        ("auto", "linux", True, "gpu"),
        ("auto", "linux", False, "software"),
        ("auto", "darwin", False, "gpu"),
        ("auto", "win32", False, "gpu"),
        ("gpu", "linux", False, "gpu"),
        ("software", "linux", True, "software"),
    ],
)
def test_choice(
    setting: Literal["auto", "gpu", "software"], platform: str, gpu: bool, renderer: str
) -> None:
    """The setting wins; else Linux needs a GPU to use one."""
    assert choose_renderer(setting, platform, lambda: gpu) == renderer
