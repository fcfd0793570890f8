import QtQuick
import Kiosk

// How much of a long task is done. Where nothing can be counted there is nothing to see.
Item {
    id: line

    required property real share

    implicitHeight: Theme.stem
    opacity: share < 0 ? 0 : 1
    Accessible.role: Accessible.ProgressBar
    Accessible.name: share < 0 ? "" : `${Math.round(share * 100)} %`
    Accessible.ignored: share < 0

    Rectangle {
        anchors.fill: parent
        color: Theme.hairline
    }

    Rectangle {
        width: parent.width * Math.max(0, line.share)
        height: parent.height
        color: Theme.accent
    }
}
