"""What a screen reader finds: ``/usr/bin/python3 eyes.py PID NAME [NAME…]``.

Prints, for each NAME, the place of the first visible thing whose name begins with it, as a JSON
object {NAME: [x, y, width, height] or null}. Waits some seconds for what is not there yet.
Runs on the system's Python, where pyatspi lives.
"""

import json
import sys
import time

import pyatspi

PATIENCE = 8.0


def program(pid):
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.get_process_id() == pid:
            return application
    return None


def things(node):
    """Everything at or below `node` that shows."""
    try:
        children = [child for child in node if child is not None]
        shows = node.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:
        # What is gone by the time it is asked cannot be looked at.
        return
    if shows or node.getRoleName() in ("application", "frame", "window"):
        yield node
        for child in children:
            yield from things(child)


def place(node):
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [box.x, box.y, box.width, box.height]


def look(pid, names):
    application = program(pid)
    found = dict.fromkeys(names)
    if application is None:
        return found
    for node in things(application):
        for name in names:
            if found[name] is None and node.name.startswith(name):
                found[name] = place(node)
    return found


def main():
    pid, names = int(sys.argv[1]), sys.argv[2:]
    deadline = time.monotonic() + PATIENCE
    found = look(pid, names)
    while None in found.values() and time.monotonic() < deadline:
        time.sleep(0.3)
        found = look(pid, names)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
