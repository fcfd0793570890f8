import QtQuick

// The least that moves: an empty window and one square.
Window {
    visible: true
    visibility: Window.FullScreen
    color: "#14110f"

    Rectangle {
        width: 120
        height: 120
        y: parent.height / 2
        color: "#c8a96a"

        NumberAnimation on x {
            from: 0
            to: 1600
            duration: 4000
            loops: Animation.Infinite
        }
    }
}
