pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What the signs on the axis mean, each beside its own drawing.
Flow {
    id: legend

    required property var texts

    readonly property real signWidth: Theme.target * 0.9

    spacing: Theme.gap * 1.6

    LegendSign {
        words: legend.texts.sign_moment ?? ""

        Rectangle {
            anchors.centerIn: parent
            width: Math.round(Theme.smallTarget * 0.32)
            height: width
            radius: width / 2
            color: Theme.noEra
        }
    }

    LegendSign {
        words: legend.texts.sign_span ?? ""

        SpanBar {
            anchors.verticalCenter: parent.verticalCenter
            width: legend.signWidth
        }
    }

    LegendSign {
        words: legend.texts.sign_about ?? ""

        SpanBar {
            anchors.verticalCenter: parent.verticalCenter
            width: legend.signWidth
            softStart: true
            softEnd: true
        }
    }

    LegendSign {
        words: legend.texts.sign_open ?? ""

        SpanBar {
            anchors.verticalCenter: parent.verticalCenter
            width: legend.signWidth
            softEnd: true
            openEnd: true
        }
    }

    LegendSign {
        words: legend.texts.sign_cluster ?? ""

        Rectangle {
            anchors.centerIn: parent
            width: Theme.small * 1.7
            height: width
            radius: width / 2
            color: Theme.ground
            border.color: Theme.accent
            border.width: Theme.line * 2

            PlainText {
                anchors.centerIn: parent
                text: "3"
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
            }
        }
    }

    LegendSign {
        words: legend.texts.sign_shrunk ?? ""

        ShrunkMark {
            anchors.centerIn: parent
        }
    }
}
