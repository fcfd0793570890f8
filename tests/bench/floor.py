"""An empty window with one moving square: ``python floor.py --probe FILE``."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk.app import choose_rendering
from kiosk.settings import settings_from
from kiosk.station.probe import Probe, process_start
from kiosk.viewmodels.senses import FrameSense


class Empty:
    """Stands where the kiosk does: there is nothing to wait for."""

    ready = True
    edition = ""


def main(environment: dict[str, str], probe_file: Path) -> int:
    choose_rendering(settings_from({}, environment))
    application = QGuiApplication(["floor"])
    probe = Probe(probe_file, process_start())
    engine = QQmlApplicationEngine(str(Path(__file__).with_name("floor.qml")))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    FrameSense(probe, Empty(), window)
    signal.signal(signal.SIGTERM, lambda _number, _frame: application.quit())
    # Python notices a signal only while it runs.
    breath = QTimer()
    breath.timeout.connect(lambda: None)
    breath.start(200)
    code = application.exec()
    probe.close()
    return code


if __name__ == "__main__":
    import os

    sys.exit(main(dict(os.environ), Path(sys.argv[sys.argv.index("--probe") + 1])))
