import QtQuick

// An address to be written down, not touched. It breaks where its parts end, with nothing added.
PlainText {
    required property string address

    text: address.replace(/[\/\-_?&=.]+/g, signs => `${signs}\u200b`)
    color: Theme.quiet
    font.pixelSize: Theme.small
    Accessible.role: Accessible.StaticText
    Accessible.name: address
}
