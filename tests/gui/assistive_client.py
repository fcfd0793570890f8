"""A whole visit through the accessibility tree alone, as a screen reader would make it.

``/usr/bin/python3 tests/gui/assistive_client.py PID`` with the kiosk's process id; prints what it
finds, and exits with 1 and a sentence when something is not there.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator

import pyatspi

PATIENCE = 30.0


def visible(node: pyatspi.Accessible, everything: bool = False) -> Iterator[pyatspi.Accessible]:
    """What is there below `node`; in a panel that can be seen also what is further down."""
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is None:
            continue
        if not (everything or child.getState().contains(pyatspi.STATE_VISIBLE)):
            continue
        yield child
        yield from visible(child, everything or child.getRoleName() == "panel")


def application(pid: int) -> pyatspi.Accessible | None:
    desktop = pyatspi.Registry.getDesktop(0)
    for number in range(desktop.childCount):
        child = desktop.getChildAtIndex(number)
        if child is not None and child.get_process_id() == pid:
            return child
    return None


def look_for(pid: int, role: str, pattern: str) -> pyatspi.Accessible | None:
    """The first visible thing of that role whose name begins with the pattern."""
    found = application(pid)
    if found is None:
        return None
    found.clearCache()
    for node in visible(found):
        if node.getRoleName() == role and re.match(pattern, node.name):
            return node
    return None


def wait_for(pid: int, role: str, pattern: str) -> pyatspi.Accessible:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            node = look_for(pid, role, pattern)
        except Exception:
            # What was just there may be gone by the time it is asked for its name.
            node = None
        if node is not None:
            print(f"{role}: {node.name}", flush=True)
            return node
        time.sleep(0.2)
    print(f"There is no {role} named “{pattern}”.", flush=True)
    found = application(pid)
    for node in visible(found) if found else ():
        print(f"    {node.getRoleName()}: {node.name}")
    sys.exit(1)


def press(pid: int, pattern: str) -> None:
    """Does what the button's own action does; there is no finger here."""
    action = wait_for(pid, BUTTON, pattern).queryAction()
    names = [action.getName(number).lower() for number in range(action.nActions)]
    action.doAction(names.index("press"))


BUTTON, HEADING, TEXT = "push button", "heading", "label"


def visit(pid: int) -> None:
    press(pid, "English$")
    wait_for(pid, HEADING, "Bridges of the town$")
    press(pid, r"The stone bridge\. 1935$")
    wait_for(pid, HEADING, "The stone bridge$")
    wait_for(pid, TEXT, "Whoever wanted to trade had to wait")
    press(pid, r"Play the film\. The river changes its colours$")
    wait_for(pid, BUTTON, "Pause$")
    wait_for(pid, TEXT, r"The river is high\.$")
    press(pid, "Lietuvių$")
    wait_for(pid, TEXT, r"Žmonės eina pėsti\.$")
    press(pid, "English$")
    press(pid, "Close$")
    press(pid, "Close the article$")
    press(pid, r"Voices of the builders\. ")
    press(pid, r"Listen\. A builder remembers$")
    wait_for(pid, BUTTON, "Pause$")
    press(pid, r"Nobody complained\.$")
    press(pid, "Start over$")
    press(pid, "English$")
    wait_for(pid, HEADING, "Bridges of the town$")


if __name__ == "__main__":
    visit(int(sys.argv[1]))
