import QtQuick
import Kiosk

// The mark on the axis where time has little room; touched, it says which time and why.
Item {
    id: stretch

    required property string key
    required property real unit
    required property string when

    required property real axisY
    required property real centre
    required property real length
    required property real viewport
    required property string words
    required property bool spent

    property bool told: false

    signal touched

    readonly property real middle: Math.round(viewport / 2 + (unit - centre) * length)

    x: middle - width / 2
    y: axisY - height / 2
    width: Theme.smallTarget
    height: Theme.smallTarget
    visible: middle > 0 && middle < viewport
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: stretch.words
    Accessible.focusable: true
    Accessible.onPressAction: stretch.toggle()

    Keys.onReturnPressed: stretch.toggle()
    Keys.onEnterPressed: stretch.toggle()
    Keys.onSpacePressed: stretch.toggle()

    onVisibleChanged: told = false

    function toggle() {
        told = !told;
        touched();
    }

    ShrunkMark {
        anchors.centerIn: parent
        tone: (tap.pressed && !stretch.spent) || stretch.told ? Theme.accent : Theme.quiet
    }

    Rectangle {
        readonly property real furthest: stretch.viewport - Theme.margin - width

        x: Math.max(Theme.margin, Math.min(furthest, stretch.middle - width / 2)) - stretch.x
        y: -height - Theme.gap / 2
        width: Math.min(saying.implicitWidth, Theme.base * 16) + 2 * Theme.gap
        height: saying.height + Theme.gap
        visible: stretch.told
        color: Theme.raised
        border.color: Theme.hairline
        border.width: Theme.line
        radius: Theme.line * 3

        PlainText {
            id: saying

            x: Theme.gap
            y: Theme.gap / 2
            width: parent.width - 2 * x
            text: stretch.words
            font.pixelSize: Theme.small
        }
    }

    FocusRing {
        shown: stretch.activeFocus && Keyboard.used
    }

    TapHandler {
        id: tap

        dragThreshold: Theme.slip
        // Slow hands press long.
        longPressThreshold: 2
        onTapped: if (!stretch.spent)
            stretch.toggle()
    }

    Timer {
        interval: 8000
        running: stretch.told
        onTriggered: stretch.told = false
    }
}
