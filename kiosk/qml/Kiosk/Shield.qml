import QtQuick

// Keeps from what has just opened the touches that were meant for what was there before.
Item {
    id: shield

    function raise() {
        lowering.restart();
    }

    visible: lowering.running

    TapHandler {
        gesturePolicy: TapHandler.WithinBounds
    }

    Timer {
        id: lowering

        interval: Theme.calm * 2
    }
}
