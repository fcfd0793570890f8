import QtQuick

// One block of an article, set as its kind asks.
Item {
    id: block

    required property string key
    required property string kind
    required property string styled
    required property string plain
    required property int level
    required property string marker
    required property int medium
    required property string mediumKind
    required property url picture
    required property string caption
    required property string captionMark
    required property string credit
    required property var texts
    required property bool mirrored

    readonly property bool figure: block.kind === "figure"
    readonly property bool quote: block.kind === "quote"
    readonly property bool heading: block.kind === "heading"
    readonly property bool note: block.kind === "note"
    readonly property bool indented: block.marker !== ""
    readonly property real indent: quote ? Theme.gap * 1.4 : indented ? Theme.body * 1.5 : 0

    readonly property bool running: !heading && !quote

    signal linked(target: string)
    signal mediumTouched(number: int)

    function textSize(): real {
        if (block.heading)
            return block.level < 3 ? Theme.heading * 1.06 : Theme.body;
        if (block.quote)
            return Theme.heading;
        return block.note ? Theme.small : Theme.body;
    }

    implicitHeight: figure ? image.height : words.height

    Rectangle {
        visible: block.quote
        x: block.mirrored ? parent.width - width : 0
        width: Theme.stem
        height: parent.height
        color: Theme.accent
    }

    PlainText {
        visible: block.indented
        x: block.mirrored ? parent.width - width : 0
        text: block.marker
        color: Theme.accent
        font.family: words.font.family
        font.pixelSize: words.font.pixelSize
        lineHeight: words.lineHeight
    }

    Text {
        id: words

        visible: !block.figure
        x: block.mirrored ? 0 : block.indent
        width: parent.width - block.indent
        topPadding: block.heading ? Theme.gap * 0.6 : 0
        text: block.styled
        textFormat: Text.StyledText
        wrapMode: Text.Wrap
        color: block.note ? Theme.quiet : Theme.text
        linkColor: Theme.accent
        lineHeight: block.heading ? 1.1 : block.quote ? 1.25 : 1.32
        font.family: !block.running ? Theme.serif : Theme.textStep < 2 ? Theme.reading : Theme.sans
        font.italic: block.quote && !block.mirrored
        font.weight: block.heading ? Font.DemiBold : Font.Normal
        font.pixelSize: block.textSize()
        onLinkActivated: link => {
            if (link.startsWith("event:"))
                block.linked(link.slice(6));
        }

        Accessible.role: block.heading ? Accessible.Heading : Accessible.StaticText
        Accessible.name: block.plain
    }

    Figure {
        id: image

        visible: block.figure
        width: parent.width
        frameHeight: width * 0.62
        picture: block.picture
        kind: block.mediumKind
        alt: block.plain
        caption: block.caption
        captionMark: block.captionMark
        credit: block.credit
        texts: block.texts
        onTouched: if (block.medium >= 0)
            block.mediumTouched(block.medium)
    }
}
