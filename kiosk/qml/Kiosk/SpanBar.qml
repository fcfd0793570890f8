pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The bar of a stretch of time: sharp where its end is known, dashed where it is not sure, and
// running out where it goes on. The same on the axis and in the legend.
Item {
    id: bar

    property color pigment: Theme.noEra
    property bool softStart: false
    property bool softEnd: false
    property bool openStart: false
    property bool openEnd: false

    readonly property real fade: Math.min(Theme.gap, width / 3)

    height: Theme.stem * 2

    component Fringe: Repeater {
        id: fringe

        required property bool leading
        required property bool runsOut

        model: 3

        Rectangle {
            required property int index

            readonly property real slot: bar.fade / 3
            readonly property int outward: fringe.leading ? 2 - index : index

            x: fringe.leading ? index * slot : bar.width - bar.fade + (index + 0.5) * slot
            width: slot / 2
            height: bar.height
            radius: Theme.edge
            color: bar.pigment
            opacity: fringe.runsOut ? 0.75 - 0.25 * outward : 1
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: bar.softStart ? bar.fade : 0
        anchors.rightMargin: bar.softEnd ? bar.fade : 0
        radius: Theme.edge
        color: bar.pigment
    }

    Fringe {
        model: bar.softStart ? 3 : 0
        leading: true
        runsOut: bar.openStart
    }

    Fringe {
        model: bar.softEnd ? 3 : 0
        leading: false
        runsOut: bar.openEnd
    }
}
