pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What an idle kiosk shows: the exhibit's pictures, its name, and one invitation.
Item {
    id: attract

    required property KioskView kiosk
    required property bool wide

    readonly property var texts: kiosk.texts
    readonly property var languages: kiosk.languages
    readonly property int count: Math.max(1, kiosk.attractPictures.length)
    readonly property int voices: Math.max(1, languages.length)

    property int picture: 0
    property int prompt: 0
    property bool moving: true

    signal begun(language: string)

    Accessible.role: Accessible.Grouping
    Accessible.name: kiosk.title

    onVisibleChanged: {
        moving = true;
        prompt = 0;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Repeater {
        model: attract.kiosk.attractPictures

        Image {
            id: still

            required property int index
            required property url modelData

            readonly property bool shown: index === attract.picture % attract.count

            anchors.fill: parent
            source: attract.visible ? modelData : ""
            sourceSize: attract.wide ? Qt.size(attract.width, 0) : Qt.size(0, attract.height)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            cache: false
            opacity: shown ? 1 : 0
            visible: opacity > 0
            z: shown ? 1 : 0

            Behavior on opacity {
                NumberAnimation {
                    duration: Theme.fade
                    easing.type: Easing.InOutQuad
                }
            }
        }
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: parent.height * 0.72
        z: 2
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(Theme.ground, 0)
            }
            GradientStop {
                position: 0.45
                color: Qt.alpha(Theme.ground, 0.72)
            }
            GradientStop {
                position: 1
                color: Qt.alpha(Theme.ground, 0.97)
            }
        }
    }

    TapHandler {
        onTapped: attract.begun("")
    }

    Column {
        z: 3
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin * 1.6
        spacing: Theme.gap

        PlainText {
            width: parent.width
            text: attract.kiosk.title
            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: Theme.poster
            lineHeight: 0.95
            wrapMode: Text.WordWrap
        }

        PlainText {
            width: Math.min(parent.width, Theme.measure * 1.2)
            text: attract.kiosk.subtitle
            visible: text !== ""
            color: Theme.quiet
            font.family: Theme.reading
            font.pixelSize: Theme.heading
        }

        Item {
            width: 1
            height: Theme.gap
        }

        Flow {
            width: parent.width
            spacing: Theme.gap
            LayoutMirroring.enabled: Theme.mirrored

            Item {
                id: invitation

                readonly property var current: attract.languages[attract.prompt % attract.voices]

                width: Math.max(begin.implicitWidth, Theme.base * 17)
                height: begin.height

                PushButton {
                    id: begin

                    width: parent.width
                    height: Theme.target * 1.3
                    primary: true
                    large: true
                    text: invitation.current?.prompt ?? ""
                    onClicked: attract.begun(invitation.current?.code ?? "")
                }
            }

            Repeater {
                model: attract.languages

                PushButton {
                    required property var modelData

                    height: begin.height
                    text: modelData.name
                    visible: attract.voices > 1
                    onClicked: attract.begun(modelData.code)
                }
            }

            PushButton {
                height: begin.height
                visible: attract.count > 1
                framed: false
                icon: attract.moving ? "pause" : "play"
                text: attract.texts[attract.moving ? "stop_motion" : "start_motion"] ?? ""
                onClicked: attract.moving = !attract.moving
            }
        }
    }

    Timer {
        interval: 9000
        repeat: true
        running: attract.visible && attract.moving && attract.count > 1
        onTriggered: attract.picture += 1
    }

    Timer {
        interval: 4000
        repeat: true
        running: attract.visible && attract.voices > 1
        onTriggered: attract.prompt += 1
    }
}
