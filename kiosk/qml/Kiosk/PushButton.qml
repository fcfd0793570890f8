import QtQuick

// A word, an icon, or both; answers in the frame of the touch.
Item {
    id: button

    property string text: ""
    property string icon: ""
    property string name: text
    property string described: ""
    property bool primary: false
    property bool large: false
    property bool checked: false
    // It can be pressed in and out, so assistive technology says which it is.
    property bool toggles: false
    // A picture of the exhibit in place of an icon, and a number that follows the words quietly.
    property url picture: ""
    property int number: 0
    property bool framed: true
    // Words wider than this are cut.
    property real longest: 10000
    property real size: large ? Theme.heading : Theme.small
    property bool iconAfter: false
    readonly property bool down: tap.pressed

    signal clicked

    function fill(): color {
        if (button.primary)
            return Theme.accent;
        if (button.down)
            return Theme.hairline;
        return button.framed ? Theme.ground : "transparent";
    }

    implicitWidth: Math.max(implicitHeight, content.implicitWidth + 2 * Theme.gap)
    implicitHeight: Math.max(Theme.target, content.implicitHeight + Theme.gap / 2)
    opacity: enabled ? 1 : 0.35
    activeFocusOnTab: enabled

    Accessible.role: Accessible.Button
    Accessible.name: button.name
    Accessible.description: button.described
    Accessible.focusable: true
    Accessible.checkable: button.checked || button.toggles
    Accessible.checked: button.checked
    Accessible.onPressAction: {
        Keyboard.assisted = true;
        button.clicked();
    }

    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()
    Keys.onSpacePressed: button.clicked()

    Rectangle {
        anchors.fill: parent
        radius: Theme.line * 3
        color: button.fill()
        border.color: button.checked || button.primary ? Theme.accent : Theme.hairline
        border.width: button.framed ? Theme.line * (button.checked ? 2 : 1) : 0
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.line * 3
        visible: button.down && button.primary
        color: Theme.text
        opacity: 0.35
    }

    Row {
        id: content

        anchors.centerIn: parent
        spacing: Theme.gap / 2
        layoutDirection: button.iconAfter ? Qt.RightToLeft : Qt.LeftToRight

        Image {
            anchors.verticalCenter: parent.verticalCenter
            visible: source.toString() !== ""
            width: Math.round(Theme.body * 1.15)
            height: width
            sourceSize: Qt.size(width, height)
            source: button.icon ? Theme.icon(button.icon, button.primary) : button.picture
            fillMode: Image.PreserveAspectFit
        }

        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            visible: button.text !== ""
            width: Math.min(implicitWidth, button.longest)
            elide: Text.ElideRight
            text: button.text
            color: button.primary ? Theme.ink : Theme.text
            font.pixelSize: button.size
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }

        PlainText {
            anchors.verticalCenter: parent.verticalCenter
            visible: button.number > 0
            text: button.number
            color: Theme.quiet
            font.pixelSize: button.size
            wrapMode: Text.NoWrap
        }
    }

    FocusRing {
        shown: button.activeFocus && Keyboard.used
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        // Slow hands press long; what rests for longer is no press.
        longPressThreshold: 2
        onTapped: button.clicked()
    }
}
