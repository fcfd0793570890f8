import QtQuick

// What the event relies on, and its address, which is there to be written down: nothing opens it.
Column {
    id: source

    required property string words
    required property string address

    PlainText {
        width: parent.width
        text: source.words
        font.pixelSize: Theme.small
    }

    PlainText {
        width: parent.width
        visible: text !== ""
        text: source.address
        color: Theme.quiet
        font.pixelSize: Theme.small
        wrapMode: Text.WrapAnywhere
    }
}
