pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The whole timeline at a glance: its eras, where events are dense, and a window to drag.
Item {
    id: map

    required property TimelineView timeline
    required property var texts
    required property real centre
    required property real length
    required property real viewport

    readonly property real first: Math.max(0, centre - viewport / 2 / length)
    readonly property real last: Math.min(1, centre + viewport / 2 / length)

    signal moved(centre: real)
    signal stepped(direction: int)

    implicitHeight: Theme.target
    activeFocusOnTab: true
    Accessible.role: Accessible.ScrollBar
    Accessible.name: (texts.overview ?? "").arg(timeline.year)
    Accessible.focusable: true
    Accessible.onIncreaseAction: map.stepped(1)
    Accessible.onDecreaseAction: map.stepped(-1)

    Keys.onLeftPressed: map.stepped(-1)
    Keys.onRightPressed: map.stepped(1)

    Item {
        id: track

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap / 2
        anchors.rightMargin: Theme.gap / 2
        height: parent.height

        Repeater {
            model: map.timeline.density

            Rectangle {
                required property int index
                required property real modelData

                readonly property real slice: track.width / map.timeline.density.length

                x: index * slice
                width: Math.max(Theme.line * 2, slice - Theme.line)
                visible: modelData > 0
                height: Math.max(Theme.stem, modelData * track.height * 0.44)
                y: track.height * 0.64 - height
                radius: Theme.edge
                color: Theme.quiet
            }
        }

        Repeater {
            model: map.timeline.eras

            Rectangle {
                required property real unit
                required property real endUnit
                required property string colour
                required property int row

                readonly property real end: Math.min(1, endUnit) * track.width

                x: Math.max(0, unit) * track.width
                y: track.height * 0.68 + row * height * 1.4
                width: Math.max(Theme.stem, end - x - Theme.line)
                height: Theme.stem * 1.4
                color: colour === "" ? Theme.noEra : colour
            }
        }

        Rectangle {
            id: handle

            x: Math.min(map.first * track.width, track.width - width)
            width: Math.max(Theme.gap, (map.last - map.first) * track.width)
            height: parent.height
            color: Qt.alpha(Theme.text, pointer.active || tap.pressed ? 0.25 : 0.1)
            border.color: Theme.accent
            border.width: Theme.line * 2
            radius: Theme.line * 3
        }
    }

    FocusRing {
        shown: map.activeFocus && Keyboard.used
    }

    TapHandler {
        id: tap

        onTapped: eventPoint => map.moved((eventPoint.position.x - track.x) / track.width)
    }

    DragHandler {
        id: pointer

        property real grabbed: 0

        target: null
        yAxis.enabled: false
        onActiveChanged: if (active) {
            const touched = (centroid.pressPosition.x - track.x) / track.width;
            const inside = touched >= map.first && touched <= map.last;
            grabbed = inside ? touched - map.centre : 0;
        }
        onCentroidChanged: if (active)
            map.moved((centroid.position.x - track.x) / track.width - grabbed)
    }
}
