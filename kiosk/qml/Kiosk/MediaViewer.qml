pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtMultimedia
import Kiosk

// One medium large, with everything that is said about it, and the way to its neighbours.
FocusScope {
    id: screen

    required property KioskView kiosk
    required property bool wide

    readonly property ViewerView viewer: kiosk.viewer
    readonly property var texts: kiosk.texts

    readonly property string counting: texts.medium_number ?? ""
    readonly property string place: counting.arg(viewer.number + 1).arg(viewer.count)

    readonly property bool filmed: viewer.kind === "video"
    readonly property bool playable: screen.filmed || viewer.kind === "audio"

    // A document that is there is named; nothing of it can be opened here.
    readonly property bool named: viewer.kind === "document" && !viewer.missing

    property real volume: usualVolume
    property bool captionsOn: true
    readonly property real usualVolume: 0.6

    function forget() {
        volume = usualVolume;
        captionsOn = true;
    }

    function stageFor(kind: string): Component {
        switch (kind) {
        case "image":
            return image;
        case "video":
            return film;
        case "audio":
            return sound;
        case "document":
            return screen.viewer.picture.toString() === "" ? gap : image;
        default:
            return gap;
        }
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
            active: screen.viewer.isOpen
            sourceComponent: screen.stageFor(screen.viewer.missing ? "" : screen.viewer.kind)
        }

        GridLayout {
            Layout.fillWidth: true
            columns: screen.wide ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Column {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignVCenter

                MarkedText {
                    width: parent.width
                    height: implicitHeight
                    visible: text !== ""
                    language: screen.viewer.captionMark
                    text: screen.viewer.caption
                    lines: 3
                    size: Theme.body
                    color: Theme.text
                }

                MarkedText {
                    width: parent.width
                    height: implicitHeight
                    visible: screen.viewer.cuesMark !== ""
                    language: screen.viewer.cuesMark
                    text: (screen.filmed ? screen.texts.captions : screen.texts.transcript) ?? ""
                }

                PlainText {
                    width: parent.width
                    text: screen.texts.no_sound ?? ""
                    visible: screen.playable && devices.audioOutputs.length === 0
                    color: Theme.accent
                    font.pixelSize: Theme.small
                }

                PlainText {
                    width: parent.width
                    text: screen.viewer.credit
                    visible: text !== ""
                    color: Theme.quiet
                    font.pixelSize: Theme.small
                }

                PlainText {
                    width: parent.width
                    text: (screen.texts.media_source ?? "").arg(screen.viewer.origin)
                    visible: screen.viewer.origin !== ""
                    color: Theme.quiet
                    font.pixelSize: Theme.small
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    wrapMode: Text.WrapAnywhere
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
                    text: screen.place
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

    MediaDevices {
        id: devices
    }

    Component {
        id: gap

        Placeholder {
            readonly property var texts: screen.texts

            icon: Theme.kindIcons[screen.viewer.kind] ?? "image"
            message: (screen.named ? texts.document : texts[`missing_${screen.viewer.kind}`]) ?? ""
            alt: screen.viewer.alt
        }
    }

    Component {
        id: image

        ImageStage {
            viewer: screen.viewer
            texts: screen.texts
            wide: screen.wide
            windowed: screen.kiosk.windowed
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
