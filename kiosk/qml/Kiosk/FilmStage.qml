pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk

// A film as large as the screen. What operates it lies over its foot and leaves while it plays.
Item {
    id: stage

    required property ViewerView viewer
    required property var texts
    // Lent to this film, and to the one in sign language.
    required property FilmScreen screen
    required property FilmScreen signScreen
    required property FilmChoices choices
    // How much of the foot is taken by what is said about the film.
    required property real footing

    // Nobody has touched anything for some time of playing.
    property bool resting: false
    readonly property bool needed: !player.playing || Keyboard.used || Keyboard.assisted
    readonly property bool shown: needed || !resting
    readonly property real deckTop: height - footing - controls.height - Theme.gap * 1.8
    readonly property bool describing: choices.described && (voice.item as Companion)?.present

    function wake() {
        resting = false;
        rest.restart();
    }

    onNeededChanged: wake()

    Timer {
        id: rest

        interval: 3000
        running: !stage.needed
        onTriggered: stage.resting = true
    }

    Playback {
        id: player

        source: stage.viewer.source
        loops: stage.viewer.loops
        volume: stage.describing ? 0 : stage.choices.volume
        onMovedOn: secondsLeft => stage.viewer.progress(secondsLeft)
        onHalted: stage.viewer.halt()
    }

    Loader {
        id: voice

        active: stage.choices.described && stage.viewer.description.toString() !== ""
        sourceComponent: Companion {
            lead: player
            source: stage.viewer.description
            audioOutput: AudioOutput {
                volume: stage.choices.volume
            }
        }
    }

    Item {
        id: frame

        readonly property real ratio: stage.viewer.ratio

        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(0, (stage.deckTop - height) / 2)
        width: Math.round(Math.min(parent.width, stage.height * ratio))
        height: Math.round(width / ratio)
        visible: !player.failed
        Accessible.role: Accessible.Graphic
        Accessible.name: stage.viewer.alt
        Component.onCompleted: player.videoOutput = stage.screen.lend(frame)
        Component.onDestruction: stage.screen.takeBack()

        Image {
            anchors.fill: parent
            visible: player.position === 0
            source: stage.viewer.picture
            sourceSize: Qt.size(width, 0)
            asynchronous: true
            cache: false
        }

        TapHandler {
            onTapped: player.toggle()
        }
    }

    Placeholder {
        anchors.fill: parent
        anchors.bottomMargin: stage.height - stage.deckTop
        visible: player.failed
        icon: "play"
        message: stage.texts.missing_video ?? ""
        alt: stage.viewer.alt
    }

    Loader {
        anchors.fill: parent
        active: stage.choices.signed && stage.viewer.signSource.toString() !== ""
        sourceComponent: Item {
            SignInset {
                lead: player
                source: stage.viewer.signSource
                ratio: stage.viewer.signRatio
                screen: stage.signScreen
                texts: stage.texts
                room: stage.deckTop - Theme.gap
            }
        }
    }

    CaptionLine {
        anchors.horizontalCenter: parent.horizontalCenter
        y: {
            const foot = Math.min(stage.height, frame.y + frame.height) - Theme.margin;
            return (stage.shown ? Math.min(foot, stage.deckTop - Theme.gap) : foot) - height;
        }
        visible: stage.choices.captions && words !== "" && !player.failed
        cues: stage.viewer.captions
        position: player.position
    }

    Item {
        id: deck

        y: stage.deckTop
        width: parent.width
        height: parent.height - y
        opacity: stage.shown ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.quick
            }
        }

        Rectangle {
            anchors.fill: parent
            color: Theme.scrim
        }

        // Keeps the film beneath from being touched.
        MultiPointTouchArea {
            anchors.fill: parent
        }

        PlaybackControls {
            id: controls

            x: Theme.margin
            y: Theme.gap
            width: parent.width - 2 * Theme.margin
            playback: player
            viewer: stage.viewer
            texts: stage.texts
            choices: stage.choices
        }
    }

    // Every touch keeps the controls, and goes on to what lies beneath.
    Item {
        anchors.fill: parent

        PointHandler {
            onActiveChanged: {
                Keyboard.assisted = false;
                stage.wake();
            }
        }
    }
}
