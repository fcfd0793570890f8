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

    required property real anchor
    required property real length
    required property real axisY
    required property string openedEvent
    // The finger means something else than a tap.
    required property bool spent

    property real hitMargin: 0
    property bool opened: item.event !== "" && item.event === item.openedEvent
    readonly property bool down: tap.pressed && !item.spent
    readonly property color pigment: item.colour === "" ? Theme.noEra : item.colour

    signal touched
    signal focused

    x: Math.round((item.unit - item.anchor) * item.length)
    activeFocusOnTab: true

    Accessible.role: Accessible.Button
    Accessible.focusable: true
    Accessible.onPressAction: item.touched()

    Keys.onReturnPressed: item.touched()
    Keys.onEnterPressed: item.touched()
    Keys.onSpacePressed: item.touched()
    onActiveFocusChanged: if (activeFocus)
        item.focused()

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
