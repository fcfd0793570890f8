"""Which of Qt Quick's two ways to render suits this machine; decided before Qt starts."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

Renderer = Literal["gpu", "software"]

NO_GPU = frozenset(
    {
        "vgem",
        "vkms",
        "ast",
        "bochs-drm",
        "cirrus",
        "cirrus-qemu",
        "hibmc-drm",
        "hyperv_drm",
        "mgag200",
        "qxl",
        "simple-framebuffer",
        "simpledrm",
        "udl",
        "vboxvideo",
    }
)
"""Drivers of the Linux kernel that show pictures but do not draw them."""

VIRTIO = frozenset({"virtio_gpu", "virtio-pci", "virtio-mmio"})
VIRGL = 0
"""The feature bit of a virtual machine's screen that can draw (virtio 1.2, 5.7.3)."""


def has_gpu(sys_class_drm: Path = Path("/sys/class/drm"), devices: Path = Path("/dev/dri")) -> bool:
    """Whether there is a graphics processor that this user may use; Linux only."""
    return any(
        _draws(node) and os.access(devices / node.name, os.R_OK | os.W_OK)
        for node in sorted(sys_class_drm.glob("renderD*"))
    )


def choose_renderer(
    setting: Literal["auto", "gpu", "software"],
    platform: str = sys.platform,
    look: Callable[[], bool] = has_gpu,
) -> Renderer:
    """What `setting` says, else what the machine can do; only Linux runs without any GPU."""
    if setting != "auto":
        return setting
    return "gpu" if not platform.startswith("linux") or look() else "software"


def _draws(node: Path) -> bool:
    device = node / "device"
    try:
        driver = (device / "driver").resolve(strict=True).name
    except OSError:
        return False
    if driver in VIRTIO:
        return any(_offers_virgl(path) for path in (device, *sorted(device.glob("virtio*"))))
    return driver not in NO_GPU


def _offers_virgl(device: Path) -> bool:
    """The kernel writes feature bits as a row of 0 and 1, bit 0 first."""
    try:
        features = (device / "features").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return False
    return features[VIRGL : VIRGL + 1] == "1"
