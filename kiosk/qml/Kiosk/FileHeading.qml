import QtQuick

// The name of a file with problems, and how many errors and warnings it has.
Item {
    id: heading

    required property string file
    required property int errors
    required property int warnings
    required property real unit

    height: name.height + unit

    PlainText {
        id: name

        anchors.bottom: parent.bottom
        anchors.bottomMargin: heading.unit * 0.2
        width: parent.width - counts.width - heading.unit * 0.6
        text: heading.file
        font.pixelSize: heading.unit * 0.95
        font.weight: Font.DemiBold
        wrapMode: Text.WrapAnywhere
    }

    Row {
        id: counts

        anchors.right: parent.right
        anchors.top: name.top
        spacing: heading.unit * 0.6

        PlainText {
            visible: heading.errors > 0
            text: heading.errors
            color: Theme.error
            font.pixelSize: heading.unit * 0.95
            font.weight: Font.DemiBold
        }

        PlainText {
            visible: heading.warnings > 0
            text: heading.warnings
            color: Theme.accent
            font.pixelSize: heading.unit * 0.95
            font.weight: Font.DemiBold
        }
    }
}
