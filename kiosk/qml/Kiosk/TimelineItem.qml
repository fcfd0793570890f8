import QtQuick

// What every mark on the timeline has in common: it stands at a unit and answers a tap.
Item {
    id: item

    required property string key
    required property real unit
    required property string event
    required property string title
    required property string when
    required property string colour
    // It is no longer there, and only fades from view.
    required property bool leaving

    required property real anchor
    required property real length
    required property real axisY
    required property string openedEvent
    // The finger means something else than a tap.
    required property bool spent

    property real hitMargin: 0
    // Where it is drawn, which may still be on its way to its unit.
    property real place: unit
    property bool arrived: false
    readonly property bool present: arrived && !leaving
    property bool opened: item.event !== "" && item.event === item.openedEvent
    readonly property bool down: tap.pressed && !item.spent
    readonly property color pigment: item.colour === "" ? Theme.noEra : item.colour

    signal touched
    signal focused

    x: Math.round((item.place - item.anchor) * item.length)
    enabled: !leaving
    opacity: present ? 1 : 0
    activeFocusOnTab: !leaving
    Component.onCompleted: arrived = true

    Accessible.role: Accessible.Button
    Accessible.focusable: true
    Accessible.ignored: item.leaving
    Accessible.onPressAction: item.touched()

    Keys.onReturnPressed: item.touched()
    Keys.onEnterPressed: item.touched()
    Keys.onSpacePressed: item.touched()
    onActiveFocusChanged: if (activeFocus)
        item.focused()

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
        }
    }

    TapHandler {
        id: tap

        margin: item.hitMargin
        dragThreshold: Theme.slip
        // Slow hands press long.
        longPressThreshold: 2
        onTapped: if (!item.spent)
            item.touched()
    }
}
