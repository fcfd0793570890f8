import QtQuick

// One sentence for those who do not know gestures; it leaves at the first touch, key or movement.
Item {
    id: hint

    required property string words
    // The timeline is in sight as the visitor found it.
    required property bool untouched
    // Where the pill stands upright, and how wide it may be.
    required property real middle
    required property real room

    property bool due: false
    readonly property bool shown: due && untouched

    // A visit begins.
    function begin() {
        due = false;
        soon.restart();
    }

    function leave() {
        due = false;
        soon.stop();
        long.stop();
    }

    onUntouchedChanged: if (!untouched)
        leave()
    onShownChanged: if (shown)
        long.restart()

    Timer {
        id: soon

        interval: Theme.fade
        onTriggered: hint.due = hint.untouched
    }

    Timer {
        id: long

        interval: 9000
        onTriggered: hint.leave()
    }

    // It only looks on: what is beneath gets every touch.
    PointHandler {
        onActiveChanged: if (active)
            hint.leave()
    }

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: hint.middle - height / 2
        width: content.width + 2 * Theme.gap
        height: content.height + Theme.gap
        radius: Math.min(height, Theme.target) / 2
        visible: opacity > 0
        opacity: hint.shown ? 1 : 0
        color: Theme.raised
        border.color: Theme.accent
        border.width: Theme.line
        Accessible.role: Accessible.Notification
        Accessible.name: hint.words

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.calm
            }
        }

        Row {
            id: content

            anchors.centerIn: parent
            spacing: Theme.gap * 0.7

            Image {
                id: hand

                anchors.verticalCenter: parent.verticalCenter
                width: Math.round(Theme.body * 1.9)
                height: width
                sourceSize: Qt.size(width, height)
                source: Theme.icon("hand", false)
            }

            PlainText {
                readonly property real most: hint.room - hand.width - content.spacing

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, most - 2 * Theme.gap)
                text: hint.words
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
