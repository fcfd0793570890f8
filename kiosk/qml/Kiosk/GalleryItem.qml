import QtQuick

// One medium of the gallery: its still, and what kind it is.
Item {
    id: item

    required property int index
    required property string kind
    required property url picture
    required property string alt
    required property string caption
    required property string captionMark
    required property var texts

    readonly property string invitation: texts[Theme.invitations[kind] ?? "look_closer"] ?? ""

    signal touched(number: int)

    width: Theme.base * 12
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: `${invitation}. ${alt}`
    Accessible.focusable: true
    Accessible.onPressAction: item.touched(item.index)
    Keys.onReturnPressed: item.touched(item.index)
    Keys.onSpacePressed: item.touched(item.index)

    Rectangle {
        id: frame

        width: parent.width
        height: parent.height - label.height - Theme.gap * 0.3
        color: Theme.raised

        Image {
            anchors.fill: parent
            source: item.picture
            sourceSize: Qt.size(width, 0)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            opacity: tap.pressed ? 0.7 : 1
        }

        Image {
            anchors.centerIn: parent
            visible: item.picture.toString() === ""
            width: Theme.target
            height: width
            sourceSize: Qt.size(width, height)
            source: Theme.icon(Theme.kindIcons[item.kind] ?? "image", false)
            opacity: 0.6
        }

        MediaBadge {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.gap * 0.4
            visible: item.kind !== "image"
            icon: Theme.signs[item.kind] ?? "look"
            text: item.invitation
        }

        FocusRing {
            shown: item.activeFocus && Keyboard.used
        }
    }

    MarkedText {
        id: label

        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
        language: item.captionMark
        text: item.caption
        lines: 1
        Accessible.ignored: true
    }

    TapHandler {
        id: tap

        onTapped: item.touched(item.index)
    }
}
