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

    AddressText {
        width: parent.width
        visible: address !== ""
        address: source.address
    }
}
