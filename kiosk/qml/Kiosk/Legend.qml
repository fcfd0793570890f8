pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What the signs on the axis mean, each beside its own drawing.
Flow {
    id: legend

    required property var texts

    readonly property real signWidth: Theme.target * 0.9
    readonly property real barHeight: Theme.stem * 2

    spacing: Theme.gap * 1.6

    component Bar: Item {
        id: bar

        property real thickness: legend.barHeight

        height: Theme.small * 2

        Rectangle {
            y: (parent.height - height) / 2
            width: parent.width
            height: bar.thickness
            radius: bar.thickness > legend.barHeight ? height / 2 : 0
            color: Theme.noEra
        }
    }

    LegendSign {
        words: legend.texts.sign_moment ?? ""

        Bar {
            x: (legend.signWidth - width) / 2
            width: Theme.gap * 0.8
            thickness: width
        }
    }

    LegendSign {
        words: legend.texts.sign_span ?? ""

        Bar {
            width: legend.signWidth
        }
    }

    LegendSign {
        words: legend.texts.sign_about ?? ""

        Repeater {
            model: 7

            Bar {
                required property int index

                x: index * (legend.signWidth / 7)
                width: legend.signWidth / 13
            }
        }
    }

    LegendSign {
        words: legend.texts.sign_open ?? ""

        Repeater {
            model: 8

            Bar {
                required property int index

                x: index * (legend.signWidth / 8)
                width: legend.signWidth / 8 + 1
                opacity: 1 - index * 0.12
            }
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
