pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// A sound with its transcript, which follows it and leads to any place in it.
Item {
    id: stage

    required property ViewerView viewer
    required property var texts
    required property bool wide
    required property FilmChoices choices

    Playback {
        id: player

        source: stage.viewer.source
        loops: stage.viewer.loops
        volume: stage.choices.volume
        onMovedOn: secondsLeft => stage.viewer.progress(secondsLeft)
        onHalted: stage.viewer.halt()
    }

    Item {
        id: pane

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: controls.top
        anchors.bottomMargin: Theme.gap

        Image {
            id: still

            visible: source.toString() !== ""
            width: !visible ? 0 : stage.wide ? parent.width * 0.42 : parent.width
            height: stage.wide ? parent.height : parent.height * 0.38
            source: stage.viewer.picture
            sourceSize: Qt.size(0, 1200)
            fillMode: stage.wide ? Image.PreserveAspectFit : Image.PreserveAspectCrop
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: stage.viewer.alt
        }

        ListView {
            id: transcript

            readonly property bool beside: still.visible && stage.wide

            anchors.right: parent.right
            anchors.bottom: parent.bottom
            width: parent.width - (beside ? still.width + Theme.gap * 2 : 0)
            height: parent.height - (still.visible && !beside ? still.height + Theme.gap : 0)
            clip: true
            spacing: Theme.gap * 0.4
            model: stage.viewer.transcript
            visible: !player.failed
            currentIndex: {
                const cues = stage.viewer.transcript;
                let found = -1;
                for (let i = 0; i < cues.length && cues[i].start <= player.position; i++)
                    found = i;
                return found;
            }
            // It leads until a finger does, and again some time after that has left.
            readonly property bool leads: !moving && !pause.running

            highlightFollowsCurrentItem: leads
            highlightRangeMode: leads ? ListView.ApplyRange : ListView.NoHighlightRange
            onMovementEnded: pause.restart()
            preferredHighlightBegin: height * 0.3
            preferredHighlightEnd: height * 0.6
            highlightMoveDuration: Theme.calm
            Accessible.role: Accessible.List
            Accessible.name: stage.texts.transcript ?? ""

            delegate: Item {
                id: cue

                required property int index
                required property var modelData

                readonly property bool current: ListView.isCurrentItem

                width: transcript.width
                height: Math.max(Theme.smallTarget, words.implicitHeight + Theme.gap * 0.4)
                Accessible.role: Accessible.Button
                Accessible.name: modelData.text
                Accessible.onPressAction: {
                    Keyboard.assisted = true;
                    player.seek(cue.modelData.start);
                }

                Rectangle {
                    visible: cue.current
                    width: Theme.stem
                    height: parent.height
                    color: Theme.accent
                }

                PlainText {
                    id: words

                    x: Theme.gap
                    width: parent.width - x
                    anchors.verticalCenter: parent.verticalCenter
                    text: cue.modelData.text
                    color: cue.current ? Theme.text : Theme.quiet
                    font.family: Theme.reading
                    font.pixelSize: Theme.heading
                }

                TapHandler {
                    onTapped: {
                        pause.stop();
                        player.seek(cue.modelData.start);
                    }
                }
            }
        }

        Timer {
            id: pause

            interval: 6000
        }

        Placeholder {
            anchors.fill: transcript
            visible: player.failed
            icon: "volume"
            message: stage.texts.missing_audio ?? ""
            alt: stage.viewer.alt
        }
    }

    PlaybackControls {
        id: controls

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        playback: player
        viewer: stage.viewer
        texts: stage.texts
        choices: stage.choices
    }
}
