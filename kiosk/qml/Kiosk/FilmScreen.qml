pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk

// Where the frames of a film appear; without a GPU they are painted. It stays when its film is left
// and is lent to the next one: painters made anew each time would never quite go.
Loader {
    id: screen

    required property bool painted

    // Puts it into `place` and gives what the film is to be played to.
    function lend(place: Item): QtObject {
        active = true;
        parent = place;
        anchors.fill = place;
        return painted ? (item as FilmPainter).videoSink : (item as VideoOutput).videoSink;
    }

    function takeBack() {
        anchors.fill = undefined;
        parent = null;
        if (painted)
            (item as FilmPainter)?.clearOutput();
        else
            (item as VideoOutput)?.clearOutput();
    }

    active: false
    sourceComponent: painted ? painter : output

    Component {
        id: painter

        FilmPainter {}
    }

    Component {
        id: output

        VideoOutput {}
    }
}
