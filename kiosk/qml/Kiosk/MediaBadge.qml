import QtQuick

// Says on a picture what a touch will do.
Rectangle {
    id: badge

    required property string icon
    required property string text

    width: row.implicitWidth + Theme.gap
    height: row.implicitHeight + Theme.gap * 0.5
    radius: Theme.line * 3
    color: Theme.scrim

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.gap * 0.4

        Image {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(Theme.small * 1.1)
            height: width
            sourceSize: Qt.size(width, height)
            source: Theme.icon(badge.icon, false)
        }

        PlainText {
            text: badge.text
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }
    }
}
