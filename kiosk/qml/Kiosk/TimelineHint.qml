import QtQuick

// One sentence for those who do not know gestures; it leaves at the first touch, key or movement.
Item {
    id: hint

    required property string words
    // The timeline is in sight as the visitor found it.
    required property bool untouched
    // The stretch that it covers as a whole, for nothing should look out half behind it.
    required property real upper
    required property real lower

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
        y: hint.upper
        width: parent.width
        height: hint.lower - y
        visible: opacity > 0
        opacity: hint.shown ? 1 : 0
        color: Theme.ground
        Accessible.role: Accessible.Notification
        Accessible.name: hint.words

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.calm
            }
        }

        Rectangle {
            anchors.centerIn: parent
            width: content.width + 2 * Theme.gap
            height: content.height + Theme.gap * 0.6
            radius: Math.min(height, Theme.target) / 2
            color: Theme.raised
            border.color: Theme.accent
            border.width: Theme.line

            Row {
                id: content

                readonly property real most: hint.width - 2 * Theme.margin - 2 * Theme.gap

                anchors.centerIn: parent
                spacing: Theme.gap * 0.7
                layoutDirection: Theme.mirrored ? Qt.RightToLeft : Qt.LeftToRight

                Image {
                    id: hand

                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.round(Theme.body * 1.6)
                    height: width
                    sourceSize: Qt.size(width, height)
                    source: Theme.icon("hand", false)
                }

                PlainText {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Math.min(implicitWidth, content.most - hand.width - content.spacing)
                    text: hint.words
                    font.pixelSize: Theme.small
                    Accessible.ignored: true
                }
            }
        }
    }
}
