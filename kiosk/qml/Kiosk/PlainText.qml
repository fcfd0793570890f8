import QtQuick

// All text that is not an article goes through here: never interpreted, always in our typefaces.
Text {
    textFormat: Text.PlainText
    color: Theme.text
    font.family: Theme.sans
    font.pixelSize: Theme.body
    wrapMode: Text.Wrap
}
