pragma ComponentBehavior: Bound

import QtQuick

// A picture, a date and a title on a flagpole that stands on the event's exact place.
TimelineItem {
    id: card

    required property bool small
    required property int row
    required property string titleMark
    required property string spoken
    required property list<string> shorter
    required property string summary
    required property url picture
    required property bool draft
    required property string draftWord
    required property FontMetrics dates
    required property real pictureHeight

    readonly property bool pictured: !small && picture.toString() !== ""
    // Only curators meet drafts, and see on each that visitors do not.
    readonly property string standing: draft ? `${draftWord} · ` : ""

    readonly property real markRoom: mark.active ? mark.width + Theme.gap * 0.4 : 0
    // Where the words begin beside the stem.
    readonly property real inner: Theme.stem + Theme.gap / 2
    // Words that begin at the far side of the card.
    readonly property bool far: Theme.mirrored || title.horizontalAlignment === Text.AlignRight

    z: card.row
    Accessible.name: `${card.spoken}. ${card.standing}${card.when}`
    Accessible.description: card.summary

    Behavior on y {
        NumberAnimation {
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }
    }

    Rectangle {
        width: Theme.stem
        height: card.axisY - card.y
        radius: Theme.edge
        color: card.opened ? Theme.accent : card.pigment
    }

    // Hides the stems that pass behind, no further than the words reach.
    Rectangle {
        readonly property real dated: date.contentWidth + card.markRoom
        readonly property real heading: Math.max(dated, title.contentWidth)
        readonly property real words: Math.max(heading, summary.visible ? summary.contentWidth : 0)

        x: Theme.stem
        y: frame.height
        width: card.far ? card.width - x : Math.min(card.width - x, words + Theme.gap)
        height: (summary.visible ? card.height : title.y + title.height) - y + Theme.gap / 4
        radius: Theme.edge
        color: card.down ? Theme.hairline : Theme.ground
    }

    Image {
        id: frame

        visible: card.pictured
        x: Theme.stem
        width: card.width - Theme.stem
        height: visible ? card.pictureHeight : 0
        source: card.picture
        sourceSize: Qt.size(width, 0)
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
        opacity: card.down ? 0.7 : 1
    }

    PlainText {
        id: date

        // The first wording that has room, else the shortest.
        readonly property string fitting: {
            const forms = [card.when, ...card.shorter].map(form => card.standing + form);
            return forms.find(form => card.dates.advanceWidth(form) <= width) ?? forms.pop() ?? "";
        }

        anchors.top: frame.bottom
        anchors.topMargin: card.pictured ? Theme.gap * 0.35 : 0
        x: card.inner + (Theme.mirrored ? card.markRoom : 0)
        width: card.width - card.inner - card.markRoom
        horizontalAlignment: Theme.mirrored ? Text.AlignRight : Text.AlignLeft
        text: fitting
        color: card.opened || card.draft ? Theme.accent : Theme.quiet
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }

    Loader {
        id: mark

        active: card.titleMark !== ""
        anchors.verticalCenter: date.verticalCenter
        x: {
            const beside = date.contentWidth + Theme.gap * 0.4;
            return Theme.mirrored ? card.width - beside - width : date.x + beside;
        }
        sourceComponent: LanguageMark {
            language: card.titleMark
        }
    }

    PlainText {
        id: title

        anchors.top: date.bottom
        x: card.inner
        width: card.width - x
        text: card.title
        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: card.small ? Theme.small * 1.08 : Theme.body
        lineHeight: 0.96
        maximumLineCount: 2
        elide: Text.ElideRight
        color: card.opened ? Theme.accent : Theme.text
    }

    // Without a picture there is room for what happened.
    PlainText {
        id: summary

        anchors.top: title.bottom
        anchors.topMargin: Theme.gap * 0.25
        x: card.inner
        width: card.width - x
        height: Math.max(0, card.height - y)
        visible: !card.small && !card.pictured && height > font.pixelSize
        text: card.summary
        color: Theme.quiet
        font.family: Theme.reading
        font.pixelSize: Theme.small
        elide: Text.ElideRight
    }
}
