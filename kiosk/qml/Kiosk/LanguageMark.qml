import QtQuick

// The sign of a text's language where it is not the visitor's; the spoken text names it.
Rectangle {
    id: mark

    required property string language

    visible: mark.language !== ""
    implicitWidth: label.implicitWidth + Theme.gap * 0.5
    implicitHeight: label.implicitHeight
    radius: Theme.line * 3
    color: "transparent"
    border.color: Theme.hairline
    border.width: Theme.line

    PlainText {
        id: label

        anchors.centerIn: parent
        text: mark.language
        color: Theme.quiet
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        font.letterSpacing: Theme.small * 0.06
        wrapMode: Text.NoWrap
    }
}
