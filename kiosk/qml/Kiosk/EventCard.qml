import QtQuick

// A picture, a date and a title on a flagpole that stands on the event's exact place.
TimelineItem {
    id: card

    required property bool small
    required property int row
    required property string shortWhen
    required property string summary
    required property url picture
    required property FontMetrics dates

    z: card.row
    Accessible.name: `${card.title}. ${card.when}`
    Accessible.description: card.summary

    Behavior on y {
        NumberAnimation {
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }
    }

    NumberAnimation on opacity {
        from: 0
        to: 1
        duration: Theme.quick
    }

    Rectangle {
        width: Theme.stem
        height: card.axisY - card.y
        color: card.opened ? Theme.accent : card.pigment
    }

    // Hides the stems that pass behind, no further than the words reach.
    Rectangle {
        x: Theme.stem
        y: frame.height
        width: Math.min(card.width - x, Math.max(date.contentWidth, title.contentWidth) + Theme.gap)
        height: title.y + title.height - y + Theme.gap / 4
        color: card.down ? Theme.hairline : Theme.ground
    }

    Item {
        id: frame

        visible: !card.small
        x: Theme.stem
        width: card.width - Theme.stem
        height: visible ? Math.round(width / 2) : 0
        clip: true

        Image {
            anchors.fill: parent
            source: card.picture
            sourceSize: Qt.size(width, 0)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            opacity: card.down ? 0.7 : 1
        }

        Rectangle {
            anchors.fill: parent
            visible: card.picture.toString() === ""
            color: Theme.raised
        }
    }

    PlainText {
        id: date

        anchors.top: frame.bottom
        anchors.topMargin: card.small ? 0 : Theme.gap * 0.35
        x: Theme.stem + Theme.gap / 2
        width: card.width - x
        text: card.dates.advanceWidth(card.when) <= width ? card.when : card.shortWhen
        color: card.opened ? Theme.accent : Theme.quiet
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }

    PlainText {
        id: title

        anchors.top: date.bottom
        x: date.x
        width: date.width
        text: card.title
        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: card.small ? Theme.small * 1.08 : Theme.body
        lineHeight: 0.96
        maximumLineCount: 2
        elide: Text.ElideRight
        color: card.opened ? Theme.accent : Theme.text
    }

    FocusRing {
        shown: card.activeFocus && Keyboard.used
    }
}
