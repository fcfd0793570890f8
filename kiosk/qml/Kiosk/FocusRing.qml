import QtQuick

// Shows where the keyboard is; a visitor who only touches never sees it.
Rectangle {
    id: ring

    required property bool shown

    anchors.fill: parent
    anchors.margins: -2 * Theme.line
    visible: ring.shown
    color: "transparent"
    border.color: Theme.accent
    border.width: 2 * Theme.line
    radius: Theme.line * 2
}
