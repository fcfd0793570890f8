pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk

// A film with its captions. Without a GPU its frames are painted.
Item {
    id: stage

    required property ViewerView viewer
    required property var texts
    required property bool wide
    required property bool painted
    required property real volume
    required property bool captionsOn

    signal captionsSwitched
    signal volumeSet(volume: real)

    Playback {
        id: player

        source: stage.viewer.source
        loops: stage.viewer.loops
        volume: stage.volume
        onMovedOn: secondsLeft => stage.viewer.progress(secondsLeft)
        onHalted: stage.viewer.halt()
    }

    Item {
        id: frame

        readonly property real room: parent.height - controls.height - Theme.gap
        readonly property real ratio: stage.viewer.ratio

        anchors.horizontalCenter: parent.horizontalCenter
        y: (room - height) / 2
        width: Math.round(Math.min(parent.width, room * ratio))
        height: Math.round(width / ratio)
        visible: !player.failed
        Accessible.role: Accessible.Graphic
        Accessible.name: stage.viewer.alt

        Image {
            anchors.fill: parent
            visible: player.position === 0
            source: stage.viewer.picture
            sourceSize: Qt.size(width, 0)
            asynchronous: true
            cache: false
        }

        Loader {
            id: screen

            anchors.fill: parent
            sourceComponent: stage.painted ? painter : output
        }

        TapHandler {
            onTapped: player.toggle()
        }
    }

    CaptionLine {
        anchors.horizontalCenter: parent.horizontalCenter
        parent: frame
        y: parent.height - height - Theme.gap
        visible: stage.captionsOn && words !== "" && !player.failed
        cues: stage.viewer.captions
        position: player.position
    }

    Placeholder {
        anchors.fill: frame
        visible: player.failed
        icon: "play"
        message: stage.texts.missing_video ?? ""
        alt: stage.viewer.alt
    }

    Component {
        id: painter

        FilmPainter {
            Component.onCompleted: player.videoOutput = videoSink
        }
    }

    Component {
        id: output

        VideoOutput {
            Component.onCompleted: player.videoOutput = videoSink
        }
    }

    PlaybackControls {
        id: controls

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        playback: player
        texts: stage.texts
        wide: stage.wide
        volume: stage.volume
        captionsOffered: stage.viewer.captions.length > 0
        captionsOn: stage.captionsOn
        onCaptionsSwitched: stage.captionsSwitched()
        onVolumeSet: volume => stage.volumeSet(volume)
    }
}
