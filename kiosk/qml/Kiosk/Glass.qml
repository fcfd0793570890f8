import QtQuick

// Lies over what moves, unseen. Qt's software renderer draws anew only what has changed, and where
// many things move it cuts that into hundreds of pieces, which takes longer than drawing. Beneath
// this one, which changes whenever something moves, all is one piece.
Rectangle {
    id: glass

    property int beat: 0

    // Must be called in each frame in which something beneath has moved.
    function shake() {
        beat = (beat + 1) % 16;
    }

    color: "transparent"
    border.width: 1
    border.color: Qt.alpha(Theme.ground, 0.01 + beat / 1000)
}
