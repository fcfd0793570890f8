pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The film in sign language: a small picture over the large one, to be drawn or tapped elsewhere.
Rectangle {
    id: inset

    required property Playback lead
    required property url source
    required property real ratio
    required property FilmScreen screen
    required property var texts
    // Where it may be: the corners of its parent above what lies at the foot.
    required property real room

    property int corner: 0
    property bool moved: false

    function settle() {
        if (moved)
            return;
        const left = corner === 1 || corner === 2;
        x = Math.round(left ? Theme.margin : parent.width - width - Theme.margin);
        y = Math.round(corner < 2 ? room - height : Theme.margin);
    }

    function goOn() {
        corner = (corner + 1) % 4;
        moved = false;
        settle();
    }

    // As much of the screen in any shape.
    width: Math.round(Math.min(parent.width, parent.height * 1.4) * 0.235 * Math.sqrt(ratio))
    height: Math.round(width / ratio)
    color: Theme.ground
    border.color: pointer.active ? Theme.accent : Theme.hairline
    border.width: Theme.line
    visible: !follower.failed

    Accessible.role: Accessible.Button
    Accessible.name: texts.move_sign_language ?? ""
    Accessible.onPressAction: inset.goOn()

    onRoomChanged: settle()
    onWidthChanged: settle()
    Component.onCompleted: settle()

    Companion {
        id: follower

        lead: inset.lead
        source: inset.source
    }

    Item {
        id: place

        anchors.fill: parent
        anchors.margins: Math.round(Theme.line)
        Component.onCompleted: follower.videoOutput = inset.screen.lend(place)
        Component.onDestruction: inset.screen.takeBack()
    }

    TapHandler {
        gesturePolicy: TapHandler.WithinBounds
        onTapped: inset.goOn()
    }

    DragHandler {
        id: pointer

        xAxis.minimum: 0
        xAxis.maximum: inset.parent.width - inset.width
        yAxis.minimum: 0
        yAxis.maximum: inset.room - inset.height
        onActiveChanged: if (active)
            inset.moved = true
    }
}
