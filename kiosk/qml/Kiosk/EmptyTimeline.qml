import QtQuick

// An exhibit without events says so, in the same voice as the one in preparation.
Item {
    id: empty

    required property string message

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.measure)
        spacing: Theme.gap

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.target
            height: Theme.stem
            color: Theme.accent
        }

        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: empty.message
            color: Theme.quiet
            font.family: Theme.reading
            font.pixelSize: Theme.heading
        }
    }
}
