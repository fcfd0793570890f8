import QtQuick
import QtQuick.Layouts
import Kiosk

// A picture to look into: two fingers, double tap, wheel or buttons.
Item {
    id: stage

    required property ViewerView viewer
    required property var texts
    required property bool wide

    property real zoom: 1
    property real panX: 0
    property real panY: 0
    readonly property real most: 6

    function zoomAt(factor: real, x: real, y: real) {
        const wanted = Math.max(1, Math.min(most, zoom * factor));
        const ratio = wanted / zoom;
        const middleX = x - view.width / 2;
        const middleY = y - view.height / 2;
        zoom = wanted;
        pan((panX - middleX) * ratio + middleX - panX, (panY - middleY) * ratio + middleY - panY);
    }

    function pan(dx: real, dy: real) {
        const roomX = Math.max(0, picture.paintedWidth * zoom - view.width) / 2;
        const roomY = Math.max(0, picture.paintedHeight * zoom - view.height) / 2;
        panX = Math.max(-roomX, Math.min(roomX, panX + dx));
        panY = Math.max(-roomY, Math.min(roomY, panY + dy));
    }

    function reset() {
        zoom = 1;
        panX = 0;
        panY = 0;
    }

    Connections {
        target: stage.viewer

        function onChanged() {
            stage.reset();
        }
    }

    Item {
        id: view

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.gap
        clip: true
        Accessible.role: Accessible.Graphic
        Accessible.name: stage.viewer.alt

        Image {
            id: picture

            x: stage.panX
            y: stage.panY
            width: parent.width
            height: parent.height
            scale: stage.zoom
            source: stage.viewer.picture
            fillMode: Image.PreserveAspectFit
            sourceSize: Qt.size(3840, 3840)
            asynchronous: true
            cache: false
            mipmap: true
        }

        PinchHandler {
            target: null
            onScaleChanged: delta => stage.zoomAt(delta, centroid.position.x, centroid.position.y)
            onTranslationChanged: delta => stage.pan(delta.x, delta.y)
        }

        DragHandler {
            target: null
            maximumPointCount: 1
            onTranslationChanged: delta => stage.pan(delta.x, delta.y)
        }

        TapHandler {
            onDoubleTapped: point => {
                if (stage.zoom > 1)
                    stage.reset();
                else
                    stage.zoomAt(2.5, point.position.x, point.position.y);
            }
        }

        WheelHandler {
            onWheel: event => stage.zoomAt(Math.pow(1.0016, event.angleDelta.y), event.x, event.y)
        }
    }

    RowLayout {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap

        PushButton {
            icon: "minus"
            text: stage.texts.wider ?? ""
            name: stage.texts.picture_smaller ?? ""
            enabled: stage.zoom > 1
            onClicked: stage.zoomAt(1 / 1.6, view.width / 2, view.height / 2)
        }

        PushButton {
            icon: "plus"
            text: stage.texts.closer ?? ""
            name: stage.texts.picture_larger ?? ""
            enabled: stage.zoom < stage.most
            onClicked: stage.zoomAt(1.6, view.width / 2, view.height / 2)
        }
    }
}
