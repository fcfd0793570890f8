pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// One medium large, with everything that is said about it, and the way to its neighbours.
FocusScope {
    id: screen

    required property KioskView kiosk
    required property bool wide

    readonly property ViewerView viewer: kiosk.viewer
    readonly property var texts: kiosk.texts

    property real volume: usualVolume
    property bool captionsOn: true
    readonly property real usualVolume: 0.6

    function forget() {
        volume = usualVolume;
        captionsOn = true;
    }

    Accessible.role: Accessible.Pane
    Accessible.name: viewer.alt

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    // Keeps what lies beneath from being touched.
    MultiPointTouchArea {
        anchors.fill: parent
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: !screen.viewer.isOpen ? undefined : screen.viewer.missing ? gap : screen.viewer.kind === "image" ? image : screen.viewer.kind === "video" ? film : screen.viewer.kind === "audio" ? sound : gap
        }

        GridLayout {
            Layout.fillWidth: true
            columns: screen.wide ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Column {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignVCenter

                PlainText {
                    width: parent.width
                    text: screen.viewer.caption
                    visible: text !== ""
                    maximumLineCount: 3
                    elide: Text.ElideRight
                }

                PlainText {
                    width: parent.width
                    text: screen.viewer.credit
                    visible: text !== ""
                    color: Theme.quiet
                    font.pixelSize: Theme.small
                }
            }

            RowLayout {
                Layout.alignment: Qt.AlignRight
                spacing: Theme.gap

                PushButton {
                    visible: screen.viewer.count > 1
                    enabled: screen.viewer.number > 0
                    icon: "previous"
                    name: screen.texts.previous_medium ?? ""
                    onClicked: screen.viewer.step(-1)
                }

                PlainText {
                    visible: screen.viewer.count > 1
                    text: (screen.texts.medium_number ?? "").arg(screen.viewer.number + 1).arg(screen.viewer.count)
                    color: Theme.quiet
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                }

                PushButton {
                    visible: screen.viewer.count > 1
                    enabled: screen.viewer.number < screen.viewer.count - 1
                    icon: "next"
                    name: screen.texts.next_medium ?? ""
                    onClicked: screen.viewer.step(1)
                }

                PushButton {
                    primary: true
                    icon: "close"
                    text: screen.texts.close ?? ""
                    onClicked: screen.viewer.close()
                }
            }
        }
    }

    Component {
        id: gap

        Placeholder {
            icon: screen.viewer.kind === "audio" ? "volume" : screen.viewer.kind === "video" ? "play" : screen.viewer.kind === "document" ? "document" : "image"
            message: screen.texts[`missing_${screen.viewer.kind}`] ?? ""
            alt: screen.viewer.alt
        }
    }

    Component {
        id: image

        ImageStage {
            viewer: screen.viewer
            texts: screen.texts
            wide: screen.wide
        }
    }

    Component {
        id: film

        FilmStage {
            viewer: screen.viewer
            texts: screen.texts
            wide: screen.wide
            painted: screen.kiosk.painted
            volume: screen.volume
            captionsOn: screen.captionsOn
            onCaptionsSwitched: screen.captionsOn = !screen.captionsOn
            onVolumeSet: volume => screen.volume = volume
        }
    }

    Component {
        id: sound

        SoundStage {
            viewer: screen.viewer
            texts: screen.texts
            wide: screen.wide
            volume: screen.volume
            onVolumeSet: volume => screen.volume = volume
        }
    }
}
