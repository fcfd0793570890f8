pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// A picture to look into: two fingers, double tap, wheel or buttons; and what there is to find.
Item {
    id: stage

    required property ViewerView viewer
    required property var texts
    required property bool wide
    required property bool windowed

    readonly property ExploringView exploring: viewer.exploring
    readonly property bool compared: exploring.second.toString() !== ""

    readonly property bool pointsFree: pointsShown && exploring.topic !== "story"

    property bool pointsShown: true

    function showNote() {
        if (exploring.topic === "story")
            motion.frame(exploring.region);
        else if (exploring.topic === "hotspots")
            motion.uncover(exploring.point);
        else
            motion.showAll();
    }

    Connections {
        target: stage.viewer

        function onChanged() {
            motion.reset();
            border.split = 0.5;
            stage.pointsShown = true;
        }
    }

    Connections {
        target: stage.exploring

        function onNoteChanged() {
            laidOut.restart();
        }
    }

    // The height of a note is known once its words are.
    Timer {
        id: laidOut

        interval: 0
        onTriggered: stage.showNote()
    }

    PictureMotion {
        id: motion

        view: Qt.size(view.width, view.height)
        covered: note.visible ? note.height : 0
        fitted: Qt.size(picture.paintedWidth, picture.paintedHeight)
        onCoveredChanged: laidOut.restart()
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

        FittedPicture {
            id: picture

            frame: view
            zoom: motion.zoom
            x: motion.panX
            y: motion.panY
            source: stage.viewer.picture
        }

        Item {
            x: border.border
            width: parent.width - x
            height: parent.height
            visible: stage.compared
            clip: true

            FittedPicture {
                frame: view
                zoom: motion.zoom
                x: motion.panX - border.border
                y: motion.panY
                source: stage.exploring.second
            }
        }

        PinchHandler {
            target: null
            onScaleChanged: delta => motion.zoomAt(delta, centroid.position.x, centroid.position.y)
            onTranslationChanged: delta => motion.pan(delta.x, delta.y)
        }

        DragHandler {
            target: null
            maximumPointCount: 1
            onTranslationChanged: delta => motion.pan(delta.x, delta.y)
        }

        TapHandler {
            onDoubleTapped: point => {
                if (motion.zoom > 1)
                    motion.reset();
                else
                    motion.zoomAt(2.5, point.position.x, point.position.y);
            }
        }

        HoverHandler {
            id: pointer

            enabled: stage.windowed
        }

        WheelHandler {
            onWheel: event => motion.zoomAt(Math.pow(1.0016, event.angleDelta.y), event.x, event.y)
        }

        CompareSlider {
            id: border

            anchors.fill: parent
            visible: stage.compared && picture.status === Image.Ready
            start: motion.startX
            length: motion.shownWidth
            before: stage.exploring.before
            after: stage.exploring.after
            texts: stage.texts
        }

        Repeater {
            model: stage.exploring.hotspots

            HotspotMark {
                required property var modelData
                required property int index

                x: motion.startX + modelData.x * motion.shownWidth - width / 2
                y: motion.startY + modelData.y * motion.shownHeight - height / 2
                visible: stage.pointsFree && picture.status === Image.Ready
                number: index + 1
                title: modelData.title
                open: stage.exploring.topic === "hotspots" && stage.exploring.number === index
                onTouched: stage.exploring.touchHotspot(index)
            }
        }

        // What a curator writes to set a point here.
        PictureWord {
            readonly property point at: pointer.point.position
            readonly property real px: (at.x - motion.startX) / motion.shownWidth
            readonly property real py: (at.y - motion.startY) / motion.shownHeight

            anchors.left: parent.left
            anchors.bottom: parent.bottom
            visible: pointer.hovered && px >= 0 && px <= 1 && py >= 0 && py <= 1
            text: `x: ${(px * 100).toFixed(1)}, y: ${(py * 100).toFixed(1)}`
        }

        PictureNote {
            id: note

            anchors.bottom: parent.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.measure)
            exploring: stage.exploring
            texts: stage.texts
        }
    }

    GridLayout {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        columns: stage.wide ? 4 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        PushButton {
            icon: "minus"
            text: stage.texts.wider ?? ""
            name: stage.texts.picture_smaller ?? ""
            enabled: motion.zoom > 1
            onClicked: motion.zoomAt(1 / 1.6, view.width / 2, view.height / 2)
        }

        PushButton {
            icon: "plus"
            text: stage.texts.closer ?? ""
            name: stage.texts.picture_larger ?? ""
            enabled: motion.zoom < motion.most
            onClicked: motion.zoomAt(1.6, view.width / 2, view.height / 2)
        }

        PushButton {
            visible: stage.exploring.hotspots.length > 0
            icon: "points"
            text: stage.texts.points ?? ""
            toggles: true
            checked: stage.pointsShown
            onClicked: {
                stage.pointsShown = !stage.pointsShown;
                if (!stage.pointsShown && stage.exploring.topic === "hotspots")
                    stage.exploring.close();
            }
        }

        PushButton {
            visible: stage.exploring.hasStory
            primary: stage.exploring.topic !== "story"
            icon: "story"
            text: stage.texts.tell_story ?? ""
            onClicked: stage.exploring.tell()
        }
    }
}
