import QtQuick

// Where a film or sound is, and the way to another place in it.
Item {
    id: scrubber

    required property real position
    required property real duration
    required property var texts

    readonly property real reached: duration > 0 ? Math.min(1, position / duration) : 0

    signal sought(milliseconds: real)

    function clock(milliseconds: real): string {
        const seconds = Math.floor(milliseconds / 1000);
        return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }

    function seekTo(x: real) {
        sought((x - track.x) / track.width * duration);
    }

    implicitHeight: Theme.smallTarget
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: (texts.position ?? "").arg(clock(position)).arg(clock(duration))
    Accessible.focusable: true
    Accessible.onIncreaseAction: scrubber.sought(position + 5000)
    Accessible.onDecreaseAction: scrubber.sought(position - 5000)
    Keys.onLeftPressed: scrubber.sought(position - 5000)
    Keys.onRightPressed: scrubber.sought(position + 5000)

    PlainText {
        id: now

        anchors.verticalCenter: parent.verticalCenter
        width: Theme.small * 2.6
        text: scrubber.clock(scrubber.position)
        font.pixelSize: Theme.small
        font.features: ({
                "tnum": 1
            })
    }

    Item {
        id: track

        anchors.left: now.right
        anchors.right: end.left
        anchors.leftMargin: Theme.gap / 2
        anchors.rightMargin: Theme.gap / 2
        height: parent.height

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Theme.stem
            color: Theme.hairline
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width * scrubber.reached
            height: Theme.stem
            color: Theme.accent
        }

        Rectangle {
            x: parent.width * scrubber.reached - width / 2
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.smallTarget * 0.5
            height: width
            radius: width / 2
            color: pointer.active ? Theme.text : Theme.accent
        }
    }

    PlainText {
        id: end

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.small * 2.6
        horizontalAlignment: Text.AlignRight
        text: scrubber.clock(scrubber.duration)
        color: Theme.quiet
        font.pixelSize: Theme.small
        font.features: ({
                "tnum": 1
            })
    }

    FocusRing {
        shown: scrubber.activeFocus && Keyboard.used
    }

    TapHandler {
        onTapped: point => scrubber.seekTo(point.position.x)
    }

    DragHandler {
        id: pointer

        target: null
        yAxis.enabled: false
        onCentroidChanged: if (active)
            scrubber.seekTo(centroid.position.x)
    }
}
