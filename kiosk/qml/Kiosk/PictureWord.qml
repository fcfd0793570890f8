import QtQuick

// A few words on top of a picture.
Rectangle {
    id: word

    required property string text

    width: words.implicitWidth + Theme.gap
    height: words.implicitHeight + Theme.gap * 0.5
    radius: Theme.line * 3
    color: Theme.scrim

    PlainText {
        id: words

        anchors.centerIn: parent
        text: word.text
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
    }
}
