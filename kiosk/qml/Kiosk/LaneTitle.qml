import QtQuick

// Where a lane begins: a hairline, and its title, which stays in view however far one travels.
Item {
    id: lane

    required property string title
    required property bool first
    // How high the line of the title is.
    required property real room

    height: room

    Rectangle {
        visible: !lane.first
        y: -Theme.gap * 0.4
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    // Hides the stems that pass behind.
    Rectangle {
        x: (Theme.mirrored ? words.x + words.width - words.contentWidth : words.x) - Theme.gap / 2
        width: words.contentWidth + Theme.gap
        height: parent.height
        color: Theme.ground
    }

    PlainText {
        id: words

        x: Theme.margin
        width: parent.width - 2 * x
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft
        text: lane.title
        color: Theme.quiet
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        font.letterSpacing: Theme.small * 0.06
        font.capitalization: Font.AllUppercase
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
