import QtQuick

// Two strokes across the axis: time runs faster from here on.
Item {
    id: mark

    property color tone: Theme.quiet

    implicitWidth: Theme.gap * 0.9
    implicitHeight: Theme.gap * 1.2

    Rectangle {
        x: parent.width * 0.3
        width: parent.width * 0.4
        height: parent.height
        rotation: 24
        color: Theme.ground
    }

    Rectangle {
        x: parent.width * 0.22
        width: Theme.line * 1.5
        height: parent.height
        rotation: 24
        antialiasing: true
        color: mark.tone
    }

    Rectangle {
        x: parent.width * 0.66
        width: Theme.line * 1.5
        height: parent.height
        rotation: 24
        antialiasing: true
        color: mark.tone
    }
}
