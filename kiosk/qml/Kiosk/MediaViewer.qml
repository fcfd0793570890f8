pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk

// One medium large, with everything that is said about it, and the way to its neighbours.
FocusScope {
    id: screen

    required property KioskView kiosk
    required property bool wide

    readonly property ViewerView viewer: kiosk.viewer
    readonly property var texts: kiosk.texts

    readonly property bool filmed: viewer.kind === "video"
    readonly property bool playable: screen.filmed || viewer.kind === "audio"

    // A document that is there is named; nothing of it can be opened here.
    readonly property bool named: viewer.kind === "document" && !viewer.missing

    function forget() {
        choices.forget();
        Keyboard.assisted = false;
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

    FilmChoices {
        id: choices
    }

    FilmScreen {
        id: filmScreen

        painted: screen.kiosk.painted
    }

    FilmScreen {
        id: signedScreen

        painted: screen.kiosk.painted
    }

    // A film has the whole screen; what else there is stands above the words about it.
    Loader {
        id: stage

        readonly property real inset: screen.filmed && !screen.viewer.missing ? 0 : Theme.margin

        x: inset
        y: inset
        width: parent.width - 2 * inset
        height: (inset > 0 ? footer.y - Theme.gap : parent.height) - y
        active: screen.viewer.isOpen
        sourceComponent: screen.stageFor(screen.viewer.missing ? "" : screen.viewer.kind)
    }

    MediumFooter {
        id: footer

        readonly property bool shown: (stage.item as FilmStage)?.shown ?? true

        x: Theme.margin
        y: parent.height - height - Theme.margin
        width: parent.width - 2 * x
        viewer: screen.viewer
        texts: screen.texts
        wide: screen.wide
        soundless: screen.playable && devices.audioOutputs.length === 0
        opacity: shown ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.quick
            }
        }
    }

    // The first touch only brings them back, wherever it is.
    MultiPointTouchArea {
        property bool held: false

        anchors.fill: parent
        visible: !footer.shown || held
        onPressed: (stage.item as FilmStage)?.wake()
        onTouchUpdated: points => held = points.length > 0
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
            screen: filmScreen
            signScreen: signedScreen
            choices: choices
            footing: screen.height - footer.y
        }
    }

    Component {
        id: sound

        SoundStage {
            viewer: screen.viewer
            texts: screen.texts
            wide: screen.wide
            choices: choices
        }
    }
}
