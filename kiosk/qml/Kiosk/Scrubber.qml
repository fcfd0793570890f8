import QtQuick
import Kiosk

// Where a film or sound is, and the way to another place in it: one sees what is there before.
Item {
    id: scrubber

    required property real position
    required property real duration
    required property var texts
    required property ViewerView viewer

    readonly property bool waved: viewer.peaks.length > 0
    readonly property bool scrubbing: finger.active && duration > 0
    // Milliseconds: where the finger is, or where the sound is.
    readonly property real shownAt: scrubbing ? finger.share * duration : position
    readonly property real reached: duration > 0 ? Math.min(1, shownAt / duration) : 0

    signal sought(milliseconds: real)

    function clock(milliseconds: real): string {
        const seconds = Math.floor(milliseconds / 1000);
        return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }

    implicitHeight: waved ? Theme.target * 1.3 : Theme.smallTarget
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
            visible: !scrubber.waved
            width: parent.width
            height: Theme.stem
            color: Theme.hairline
        }

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: !scrubber.waved
            width: parent.width * scrubber.reached
            height: Theme.stem
            color: Theme.accent
        }

        Waveform {
            width: parent.width
            height: parent.height
            peaks: scrubber.viewer.peaks
            color: Theme.lit(0.4)
        }

        Item {
            width: parent.width * scrubber.reached
            height: parent.height
            clip: true

            Waveform {
                width: track.width
                height: parent.height
                peaks: scrubber.viewer.peaks
                color: Theme.accent
            }
        }

        Rectangle {
            id: handle

            x: parent.width * scrubber.reached - width / 2
            anchors.verticalCenter: parent.verticalCenter
            width: scrubber.waved ? Theme.stem : Theme.smallTarget * 0.5
            height: scrubber.waved ? parent.height : width
            radius: width / 2
            color: scrubber.scrubbing ? Theme.text : Theme.accent
        }

        ScrubPreview {
            x: Math.max(0, Math.min(track.width - width, handle.x + (handle.width - width) / 2))
            y: -height - Theme.gap / 2
            visible: scrubber.scrubbing
            viewer: scrubber.viewer
            share: scrubber.reached
            time: scrubber.clock(scrubber.shownAt)
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

    PointHandler {
        id: finger

        property real share: 0
        property bool lost: false

        onPointChanged: if (active)
            share = Math.max(0, Math.min(1, (point.position.x - track.x) / track.width))
        onCanceled: lost = true
        onActiveChanged: {
            if (!active && !lost)
                scrubber.sought(share * scrubber.duration);
            lost = false;
        }
    }
}
