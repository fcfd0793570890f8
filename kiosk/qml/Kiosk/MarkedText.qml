import QtQuick

// A text, after the sign of its language where it is not the visitor's.
Item {
    id: marked

    required property string language
    required property string text

    property int lines: 1000
    property real size: Theme.small
    property color color: Theme.quiet
    property int weight: Font.Normal

    readonly property real indent: mark.visible ? mark.width + Theme.gap * 0.4 : 0
    readonly property bool mirrored: words.horizontalAlignment === Text.AlignRight

    implicitHeight: Math.max(words.height, mark.visible ? mark.height : 0)
    Accessible.role: Accessible.StaticText
    Accessible.name: marked.text

    LanguageMark {
        id: mark

        x: marked.mirrored ? marked.width - width : 0
        y: (line.height - height) / 2
        language: marked.text === "" ? "" : marked.language
    }

    FontMetrics {
        id: line

        font: words.font
    }

    PlainText {
        id: words

        x: marked.mirrored ? 0 : marked.indent
        width: parent.width - marked.indent
        text: marked.text
        color: marked.color
        font.pixelSize: marked.size
        font.weight: marked.weight
        maximumLineCount: marked.lines
        elide: marked.lines < 1000 ? Text.ElideRight : Text.ElideNone
        wrapMode: marked.lines === 1 ? Text.NoWrap : Text.Wrap
    }
}
