import QtQuick

// Stands quietly where something is missing, and says what one would have seen.
Rectangle {
    id: placeholder

    required property string icon
    required property string message
    required property string alt

    implicitHeight: words.implicitHeight + 2 * Theme.gap
    color: Theme.raised
    Accessible.role: Accessible.StaticText
    Accessible.name: `${message} ${alt}`

    Column {
        id: words

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.gap, Theme.measure)
        spacing: Theme.gap * 0.6

        Image {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.smallTarget
            height: width
            sourceSize: Qt.size(width, height)
            source: Theme.icon(placeholder.icon, false)
            opacity: 0.7
        }

        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: placeholder.message
        }

        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: text !== ""
            text: placeholder.alt
            color: Theme.quiet
            font.family: Theme.reading
            font.italic: true
        }
    }
}
