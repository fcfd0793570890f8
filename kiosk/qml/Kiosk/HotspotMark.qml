import QtQuick

// A point of a picture to touch, with its number.
Item {
    id: mark

    required property int number
    required property string title
    required property bool open

    signal touched

    width: Theme.smallTarget
    height: width
    activeFocusOnTab: visible
    Accessible.role: Accessible.Button
    Accessible.name: `${number}. ${title}`
    Accessible.focusable: true
    Accessible.checkable: true
    Accessible.checked: open
    Accessible.onPressAction: mark.touched()
    Keys.onReturnPressed: mark.touched()
    Keys.onSpacePressed: mark.touched()

    Rectangle {
        anchors.centerIn: parent
        width: Math.round(Theme.small * 1.9)
        height: width
        radius: width / 2
        color: mark.open ? Theme.accent : tap.pressed ? Theme.hairline : Theme.scrim
        border.color: Theme.accent
        border.width: Theme.stem

        PlainText {
            anchors.centerIn: parent
            text: mark.number
            color: mark.open ? Theme.ink : Theme.text
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    FocusRing {
        radius: width / 2
        shown: mark.activeFocus && Keyboard.used
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: mark.touched()
    }
}
