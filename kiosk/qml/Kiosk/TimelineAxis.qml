pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The line of time: ticks with their labels, and the bars of events that last.
Item {
    id: axis

    required property TimelineView timeline
    required property real length

    Repeater {
        model: axis.timeline.ticks

        Item {
            id: tick

            required property real unit
            required property string label
            required property bool major

            x: Math.round((tick.unit - axis.timeline.anchor) * axis.length)

            Rectangle {
                width: Theme.line
                height: tick.major ? Theme.gap : Theme.gap / 2
                radius: Theme.edge
                color: tick.major ? Theme.quiet : Theme.hairline
            }

            PlainText {
                x: Theme.gap * 0.35
                y: Theme.gap * 0.2
                text: tick.label
                color: tick.major ? Theme.text : Theme.quiet
                font.pixelSize: Theme.small
                font.weight: tick.major ? Font.DemiBold : Font.Normal
                font.features: ({
                        "tnum": 1
                    })
                wrapMode: Text.NoWrap
            }
        }
    }

    Repeater {
        model: axis.timeline.spans

        SpanBar {
            id: span

            required property int track
            required property real unit
            required property real endUnit
            required property string colour

            required softStart
            required softEnd
            required openStart
            required openEnd

            x: Math.round((span.unit - axis.timeline.anchor) * axis.length)
            y: -height / 2 - span.track * (height + Theme.line * 2)
            width: Math.max(Theme.stem, (span.endUnit - span.unit) * axis.length)
            pigment: span.colour === "" ? Theme.noEra : span.colour
        }
    }
}
