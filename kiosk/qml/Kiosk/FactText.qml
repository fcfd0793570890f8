import QtQuick

// One fact: what it is, its name, and what else there is to know.
Column {
    id: fact

    required property string label
    required property string title
    required property string more

    Accessible.role: Accessible.StaticText
    Accessible.name: `${label}: ${title}. ${more}`

    PlainText {
        width: parent.width
        text: fact.label
        color: Theme.quiet
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }

    PlainText {
        width: parent.width
        text: fact.title
        font.family: Theme.serif
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }

    PlainText {
        width: parent.width
        visible: text !== ""
        topPadding: Theme.gap * 0.2
        text: fact.more
        color: Theme.quiet
        font.pixelSize: Theme.small
        Accessible.ignored: true
    }
}
