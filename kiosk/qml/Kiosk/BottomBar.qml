pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// What is always within reach: the way through time, and below it all that changes how one sees it.
Item {
    id: bar

    required property KioskView kiosk
    required property real centre
    required property real length
    required property real viewport
    // The sheet that is open, see TimelineSheet.
    required property string sheet

    readonly property ThemesView themes: kiosk.timeline.themes
    readonly property bool exploring: !kiosk.viewer.isOpen
    // Of the part that is there whatever is open.
    readonly property real lowerHeight: controls.height + Theme.gap * 1.2

    signal moved(centre: real)
    signal stepped(direction: int)
    signal zoomed(factor: real)
    signal wentHome
    signal sheetAsked(sheet: string)

    implicitHeight: rows.implicitHeight + Theme.gap * 1.2

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    ColumnLayout {
        id: rows

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap * 0.8

        RowLayout {
            enabled: bar.exploring
            spacing: Theme.gap

            BarButton {
                Layout.preferredHeight: Theme.smallTarget
                // An article has such buttons of its own.
                visible: !bar.kiosk.article.isOpen
                icon: "previous"
                text: bar.kiosk.texts.previous ?? ""
                name: bar.kiosk.texts.earlier_event ?? ""
                onClicked: bar.stepped(-1)
            }

            Minimap {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.smallTarget
                timeline: bar.kiosk.timeline
                texts: bar.kiosk.texts
                centre: bar.centre
                length: bar.length
                viewport: bar.viewport
                onMoved: centre => bar.moved(centre)
                onStepped: direction => bar.stepped(direction)
            }

            BarButton {
                Layout.preferredHeight: Theme.smallTarget
                visible: !bar.kiosk.article.isOpen
                icon: "next"
                iconAfter: true
                text: bar.kiosk.texts.next ?? ""
                name: bar.kiosk.texts.later_event ?? ""
                onClicked: bar.stepped(1)
            }
        }

        Flow {
            id: controls

            // What is left beside the last two groups when all fit into one row.
            readonly property real spare: width - end.width - 7 * spacing - middle

            readonly property real middle: {
                const shown = [start, wider, closer, whole, themesButton, signs];
                return shown.reduce((sum, button) => sum + (button.visible ? button.width : 0), 0);
            }

            Layout.fillWidth: true
            spacing: Theme.gap
            LayoutMirroring.enabled: Theme.mirrored
            LayoutMirroring.childrenInherit: true

            BarButton {
                id: start

                icon: "home"
                text: bar.kiosk.texts.start_over ?? ""
                onClicked: bar.kiosk.startOver()
            }

            BarButton {
                id: wider

                enabled: bar.exploring
                icon: "minus"
                text: bar.kiosk.texts.wider ?? ""
                name: bar.kiosk.texts.zoom_out ?? ""
                onClicked: bar.zoomed(1 / 1.8)
            }

            BarButton {
                id: closer

                enabled: bar.exploring
                icon: "plus"
                text: bar.kiosk.texts.closer ?? ""
                name: bar.kiosk.texts.zoom_in ?? ""
                onClicked: bar.zoomed(1.8)
            }

            BarButton {
                id: whole

                enabled: bar.exploring
                icon: "whole"
                text: bar.kiosk.texts.whole ?? ""
                name: bar.kiosk.texts.whole_timeline ?? ""
                onClicked: bar.wentHome()
            }

            BarButton {
                id: themesButton

                visible: bar.themes.count > 0
                enabled: bar.exploring
                icon: "themes"
                text: bar.kiosk.texts.themes ?? ""
                described: bar.themes.chosenWords
                checked: bar.themes.chosenWords !== "" || bar.sheet === "themes"
                onClicked: bar.sheetAsked("themes")
            }

            BarButton {
                id: signs

                enabled: bar.exploring
                icon: "signs"
                text: bar.kiosk.texts.signs ?? ""
                checked: bar.sheet === "signs"
                onClicked: bar.sheetAsked("signs")
            }

            Item {
                visible: controls.spare > 0
                width: controls.spare
                height: 1
            }

            Row {
                id: end

                spacing: Theme.gap

                BarButton {
                    icon: "text"
                    text: bar.kiosk.texts.text_size ?? ""
                    described: (bar.kiosk.texts.text_size_now ?? "").arg(bar.kiosk.textStep + 1)
                    onClicked: bar.kiosk.nextTextStep()
                }

                LanguageButtons {
                    kiosk: bar.kiosk
                    size: Theme.control
                    onChosen: language => bar.kiosk.speak(language)
                }
            }
        }
    }

    component BarButton: PushButton {
        size: Theme.control
    }
}
