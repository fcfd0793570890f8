"""Try to break the readers for a while: ``python -m tests.fuzz.session NAME SECONDS [SEED]``.

Each try may take as much memory and processor time as the limits below, and what breaks is named by
its seed: ``python -c "from tests.fuzz.targets import attempt; attempt('yaml', 17)"``.
"""

from __future__ import annotations

import resource
import sys
import time

from tests.fuzz.targets import attempt

MEMORY = 2 * 2**30
"""Bytes of address space."""

PROCESSOR = 5.0
"""Seconds that one try may keep the processor busy; a usual one takes some milliseconds."""


def main() -> int:
    """Prints how many tries there were; 1 if one of them broke something."""
    name, seconds = sys.argv[1], float(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else time.time_ns()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    tries, slowest, end = 0, 0.0, time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.process_time()
        # A try that never ends is ended by the system, whose message then comes after this one.
        allowed = int(began + 4 * PROCESSOR) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (allowed, resource.RLIM_INFINITY))
        try:
            attempt(name, seed + tries)
        except BaseException as error:
            print(f"{name} breaks with seed {seed + tries}: {error!r}", flush=True)
            raise
        took = time.process_time() - began
        if took > PROCESSOR:
            print(f"{name} takes {took:.1f} s with seed {seed + tries}", flush=True)
            return 1
        tries, slowest = tries + 1, max(slowest, took)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}: {tries} tries from seed {seed}, slowest {slowest:.2f} s, {peak} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
