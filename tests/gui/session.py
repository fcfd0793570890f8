"""A desktop of its own for one command: ``python tests/gui/session.py COMMAND [ARGUMENT…]``.

Starts a virtual screen of 3840x2160 without window manager, a session bus and the accessibility
bus, runs COMMAND among them and exits with its exit code. Nothing of it is shared with the
desktop it was started from, and nothing of it stays behind, however it ends.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType

SCREEN = "3840x2160x24"
START_SECONDS = 20.0
STOP_SECONDS = 5.0
STOPPING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
# From <linux/prctl.h>.
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


def prctl(option: int, value: int) -> None:
    """Set an attribute of this process, see prctl(2)."""
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def die_with_parent() -> None:
    """In a new child: be ended when the session is, even if the session itself is killed."""
    prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(
    command: Sequence[str], environment: Mapping[str, str], pass_fds: Sequence[int] = ()
) -> subprocess.Popen[bytes]:
    """Start one of the session's servers; what it has to say goes to stderr only if it fails."""
    return subprocess.Popen(
        command,
        env=environment,
        pass_fds=pass_fds,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=die_with_parent,
    )


def start_and_read_line(command: str, environment: Mapping[str, str]) -> str:
    """Start a server that writes one line to the descriptor put in place of ``{fd}`` when ready.

    ``{run}`` in ``command`` becomes the runtime folder.
    """
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    words = [part.format(fd=writer, run=environment["XDG_RUNTIME_DIR"]) for part in command.split()]
    server = start(words, environment, (writer,))
    os.close(writer)
    line, deadline = b"", time.monotonic() + START_SECONDS
    while not line.endswith(b"\n"):
        with contextlib.suppress(BlockingIOError):
            line += os.read(reader, 4096)
        if server.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"{words[0]} did not start.")
        time.sleep(0.01)
    # The reading end stays open: a server that writes once more must not be ended by it.
    return line.decode().strip()


def children(parent: int) -> Iterator[int]:
    """The process ids of all descendants of ``parent``, the youngest generation first."""
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in map(int, task.read_text().split()):
                yield from children(child)
                yield child


def reap() -> None:
    """Collect every process that has ended."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def end_descendants() -> None:
    """End every process that the session has started, at first politely."""
    for number, patience in ((signal.SIGTERM, STOP_SECONDS), (signal.SIGKILL, 1.0)):
        deadline = time.monotonic() + patience
        for pid in list(children(os.getpid())):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
        while list(children(os.getpid())) and time.monotonic() < deadline:
            reap()
            time.sleep(0.02)


def start_desktop(folder: Path) -> dict[str, str]:
    """Start the screen and the buses, their files in ``folder``; return the environment to use."""
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_SESSION_TYPE": "x11",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "KIOSK_STATE": str(folder / "state"),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    screen = start_and_read_line(
        f"Xvfb -displayfd {{fd}} -screen 0 {SCREEN} -nolisten tcp -noreset +extension GLX",
        environment,
    )
    environment["DISPLAY"] = f":{screen}"
    environment["DBUS_SESSION_BUS_ADDRESS"] = start_and_read_line(
        "dbus-daemon --session --nofork --nopidfile --print-address={fd} --address=unix:dir={run}",
        environment,
    )
    launcher = next(filter(os.path.exists, LAUNCHERS), "at-spi-bus-launcher")
    start([launcher, "--launch-immediately"], environment)
    subprocess.run(
        [
            *("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus"),
            *("/org/a11y/bus", "org.a11y.Bus.GetAddress"),
        ],
        env=environment,
        stdout=subprocess.DEVNULL,
        timeout=START_SECONDS,
        check=True,
    )
    return environment


def stop_by_signal(number: int, _frame: FrameType | None) -> None:
    """Leave through the cleaning up, with the exit code a shell gives for the signal."""
    for again in STOPPING:
        signal.signal(again, signal.SIG_IGN)
    sys.exit(128 + number)


def run_on_desktop(command: Sequence[str]) -> int:
    """Run ``command`` on a desktop of its own; its exit code, 128 + n if signal n ended it."""
    prctl(PR_SET_CHILD_SUBREAPER, 1)
    for number in STOPPING:
        signal.signal(number, stop_by_signal)
    die_with_parent()
    with tempfile.TemporaryDirectory(prefix="kiosk-", ignore_cleanup_errors=True) as folder:
        try:
            environment = start_desktop(Path(folder))
            code = subprocess.Popen(
                command,
                env=environment,
                preexec_fn=die_with_parent,
            ).wait()
        finally:
            end_descendants()
    return code if code >= 0 else 128 - code


def main(command: Sequence[str]) -> int:
    """Do the work in a child, which cleans up even if this process is killed outright."""
    missing = [name for name in ("Xvfb", "dbus-daemon", "dbus-send") if not shutil.which(name)]
    if missing or not command:
        print(f"Missing: {', '.join(missing)}" if missing else __doc__, file=sys.stderr)
        return 2
    keeper = os.fork()
    if keeper == 0:
        return run_on_desktop(command)
    for number in STOPPING:
        signal.signal(number, lambda number, _frame: os.kill(keeper, number))
    return os.waitstatus_to_exitcode(os.waitpid(keeper, 0)[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
