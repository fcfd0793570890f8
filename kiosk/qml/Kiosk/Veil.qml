import QtQuick

// Dims what is behind a list; a touch beside the list closes it.
Rectangle {
    id: veil

    required property bool shown

    signal touched

    color: Theme.scrim
    opacity: shown ? 0.7 : 0
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
        }
    }

    TapHandler {
        enabled: veil.shown
        gesturePolicy: TapHandler.WithinBounds
        longPressThreshold: 2
        onTapped: veil.touched()
    }
}
