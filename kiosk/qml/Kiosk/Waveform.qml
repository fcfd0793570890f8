pragma ComponentBehavior: Bound

import QtQuick

// How loud a sound is along its way, as upright strokes about a middle line.
Item {
    id: wave

    required property var peaks
    required property color color

    readonly property int strokes: peaks.length > 0 ? 120 : 0

    // The loudest of the peaks that one stroke stands for.
    function loudness(stroke: int): real {
        const first = Math.floor(stroke * peaks.length / strokes);
        const last = Math.max(first + 1, Math.floor((stroke + 1) * peaks.length / strokes));
        return Math.max(...peaks.slice(first, last)) / 255;
    }

    Repeater {
        model: wave.strokes

        Rectangle {
            required property int index

            x: Math.round((index + 0.2) * wave.width / wave.strokes)
            y: Math.round((wave.height - height) / 2)
            width: Math.max(1, Math.round(wave.width / wave.strokes * 0.6))
            height: Math.max(width, Math.round(wave.loudness(index) * wave.height))
            color: wave.color
        }
    }
}
