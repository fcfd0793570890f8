pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The way through a film or sound, and below it play; the switches are no further away than that.
Item {
    id: controls

    required property Playback playback
    required property ViewerView viewer
    required property var texts
    required property FilmChoices choices

    readonly property string act: playback.ended ? "replay" : playback.playing ? "pause" : "play"
    readonly property string loudness: {
        return (texts.sound_volume ?? "").arg(Math.round(choices.volume * 100));
    }

    function adjust(by: real) {
        choices.volume = Math.max(0, Math.min(1, choices.volume + by));
    }

    implicitHeight: scrubber.height + Theme.gap / 2 + Math.max(switches.height, loud.height)

    Scrubber {
        id: scrubber

        width: parent.width
        enabled: !controls.playback.failed
        position: controls.playback.position
        duration: controls.playback.duration
        texts: controls.texts
        viewer: controls.viewer
        onSought: milliseconds => controls.playback.seek(milliseconds)
    }

    Flow {
        id: switches

        anchors.left: parent.left
        anchors.right: loud.left
        anchors.rightMargin: Theme.gap
        anchors.top: scrubber.bottom
        anchors.topMargin: Theme.gap / 2
        spacing: Theme.gap

        PushButton {
            primary: true
            enabled: !controls.playback.failed
            icon: controls.act
            text: controls.texts[controls.act] ?? ""
            onClicked: controls.playback.toggle()
        }

        PushButton {
            visible: controls.viewer.captions.length > 0
            icon: "captions"
            text: controls.texts.captions ?? ""
            name: controls.texts[controls.choices.captions ? "captions_on" : "captions_off"] ?? ""
            checked: controls.choices.captions
            onClicked: controls.choices.captions = !controls.choices.captions
        }

        PushButton {
            readonly property string turned: controls.choices.signed ? "on" : "off"

            visible: controls.viewer.signSource.toString() !== ""
            icon: "sign-language"
            text: controls.texts.sign_language ?? ""
            name: controls.texts[`sign_language_${turned}`] ?? ""
            checked: controls.choices.signed
            onClicked: controls.choices.signed = !controls.choices.signed
        }

        PushButton {
            readonly property string turned: controls.choices.described ? "on" : "off"

            visible: controls.viewer.description.toString() !== ""
            icon: "described"
            text: controls.texts.audio_description ?? ""
            name: controls.texts[`audio_description_${turned}`] ?? ""
            checked: controls.choices.described
            onClicked: controls.choices.described = !controls.choices.described
        }
    }

    Row {
        id: loud

        anchors.right: parent.right
        anchors.top: switches.top
        spacing: Theme.gap

        PushButton {
            icon: "quieter"
            name: controls.texts.quieter ?? ""
            described: controls.loudness
            enabled: controls.choices.volume > 0
            onClicked: controls.adjust(-0.1)
        }

        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.line * 2

            Repeater {
                model: 10

                Rectangle {
                    required property int index
                    readonly property bool lit: {
                        return 9 - index < Math.round(controls.choices.volume * 10);
                    }

                    width: Theme.gap * 0.9
                    height: Theme.stem
                    color: lit ? Theme.accent : Theme.hairline
                }
            }
        }

        PushButton {
            icon: "louder"
            name: controls.texts.louder ?? ""
            described: controls.loudness
            enabled: controls.choices.volume < 1
            onClicked: controls.adjust(0.1)
        }
    }
}
