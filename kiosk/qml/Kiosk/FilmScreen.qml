pragma ComponentBehavior: Bound

import QtQuick
import QtMultimedia
import Kiosk

// Where the frames of a film appear. Without a GPU they are painted.
Loader {
    id: screen

    required property bool painted

    signal opened(sink: QtObject)

    sourceComponent: painted ? painter : output

    Component {
        id: painter

        FilmPainter {
            Component.onCompleted: screen.opened(videoSink)
        }
    }

    Component {
        id: output

        VideoOutput {
            Component.onCompleted: screen.opened(videoSink)
        }
    }
}
