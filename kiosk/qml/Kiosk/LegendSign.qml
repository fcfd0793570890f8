import QtQuick

// One sign of the legend: its drawing, and what it means.
Row {
    id: sign

    required property string words
    property real room: Theme.target * 0.9

    default property alias drawing: place.data

    spacing: Theme.gap * 0.8
    Accessible.role: Accessible.StaticText
    Accessible.name: words

    Item {
        id: place

        width: sign.room
        height: Theme.small * 2
    }

    PlainText {
        height: place.height
        verticalAlignment: Text.AlignVCenter
        text: sign.words
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
