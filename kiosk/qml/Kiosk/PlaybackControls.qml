pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// Play, the way through, captions and volume, side by side with play so none is harder to find.
GridLayout {
    id: controls

    required property Playback playback
    required property var texts
    required property bool wide
    required property real volume
    property bool captionsOffered: false
    property bool captionsOn: true

    readonly property string act: playback.ended ? "replay" : playback.playing ? "pause" : "play"
    readonly property string loudness: (texts.sound_volume ?? "").arg(Math.round(volume * 100))

    signal captionsSwitched
    signal volumeSet(volume: real)

    columns: wide ? 3 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap / 2

    PushButton {
        Layout.row: 0
        Layout.column: 0
        primary: true
        enabled: !controls.playback.failed
        icon: controls.act
        text: controls.texts[controls.act] ?? ""
        onClicked: controls.playback.toggle()
    }

    Scrubber {
        Layout.fillWidth: true
        Layout.row: controls.wide ? 0 : 1
        Layout.column: controls.wide ? 1 : 0
        Layout.columnSpan: controls.wide ? 1 : 2
        enabled: !controls.playback.failed
        position: controls.playback.position
        duration: controls.playback.duration
        texts: controls.texts
        onSought: milliseconds => controls.playback.seek(milliseconds)
    }

    RowLayout {
        Layout.row: 0
        Layout.column: controls.wide ? 2 : 1
        Layout.alignment: Qt.AlignRight
        spacing: Theme.gap

        PushButton {
            visible: controls.captionsOffered
            icon: "captions"
            text: controls.texts.captions ?? ""
            name: controls.texts[controls.captionsOn ? "captions_on" : "captions_off"] ?? ""
            checked: controls.captionsOn
            onClicked: controls.captionsSwitched()
        }

        PushButton {
            icon: "quieter"
            name: controls.texts.quieter ?? ""
            described: controls.loudness
            enabled: controls.volume > 0
            onClicked: controls.volumeSet(Math.max(0, controls.volume - 0.1))
        }

        Column {
            spacing: Theme.line * 2

            Repeater {
                model: 10

                Rectangle {
                    required property int index

                    width: Theme.gap * 0.9
                    height: Theme.stem
                    readonly property bool lit: 9 - index < Math.round(controls.volume * 10)

                    color: lit ? Theme.accent : Theme.hairline
                }
            }
        }

        PushButton {
            icon: "louder"
            name: controls.texts.louder ?? ""
            described: controls.loudness
            enabled: controls.volume < 1
            onClicked: controls.volumeSet(Math.min(1, controls.volume + 0.1))
        }
    }
}
