pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// What is always within reach: start over, the way through time, text size and language.
Item {
    id: bar

    required property KioskView kiosk
    required property bool wide
    required property real centre
    required property real length
    required property real viewport

    signal moved(centre: real)
    signal stepped(direction: int)
    signal zoomed(factor: real)
    signal wentHome

    implicitHeight: rows.implicitHeight + Theme.gap * 1.2

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    GridLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        columns: bar.wide ? 3 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap * 0.8

        PushButton {
            Layout.row: 0
            Layout.column: 0
            icon: "home"
            text: bar.kiosk.texts.start_over ?? ""
            onClicked: bar.kiosk.startOver()
        }

        RowLayout {
            Layout.row: bar.wide ? 0 : 1
            Layout.column: bar.wide ? 1 : 0
            Layout.columnSpan: bar.wide ? 1 : 2
            Layout.fillWidth: true
            enabled: !bar.kiosk.viewer.isOpen
            spacing: Theme.gap

            PushButton {
                icon: "minus"
                text: bar.kiosk.texts.wider ?? ""
                name: bar.kiosk.texts.zoom_out ?? ""
                onClicked: bar.zoomed(1 / 1.8)
            }

            Minimap {
                Layout.fillWidth: true
                Layout.minimumWidth: Theme.target * 2
                timeline: bar.kiosk.timeline
                texts: bar.kiosk.texts
                centre: bar.centre
                length: bar.length
                viewport: bar.viewport
                onMoved: centre => bar.moved(centre)
                onStepped: direction => bar.stepped(direction)
            }

            PushButton {
                icon: "plus"
                text: bar.kiosk.texts.closer ?? ""
                name: bar.kiosk.texts.zoom_in ?? ""
                onClicked: bar.zoomed(1.8)
            }

            PushButton {
                icon: "whole"
                text: bar.kiosk.texts.whole ?? ""
                name: bar.kiosk.texts.whole_timeline ?? ""
                onClicked: bar.wentHome()
            }
        }

        RowLayout {
            Layout.row: 0
            Layout.column: bar.wide ? 2 : 1
            Layout.alignment: Qt.AlignRight
            spacing: Theme.gap

            PushButton {
                icon: "text"
                text: bar.kiosk.texts.text_size ?? ""
                described: (bar.kiosk.texts.text_size_now ?? "").arg(bar.kiosk.textStep + 1)
                onClicked: bar.kiosk.nextTextStep()
            }

            LanguageButtons {
                kiosk: bar.kiosk
                onChosen: language => bar.kiosk.speak(language)
            }
        }
    }
}
