import QtQuick

// What is being said at this moment, on a ground that keeps it legible over any picture.
Rectangle {
    id: line

    required property var cues
    required property real position

    readonly property string words: {
        const cue = cues.find(cue => position >= cue.start && position < cue.end);
        return cue ? cue.text : "";
    }

    visible: words !== ""
    width: label.width + Theme.gap
    height: label.height + Theme.gap * 0.5
    color: Theme.scrim
    radius: Theme.line * 3

    PlainText {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, line.parent.width - 2 * Theme.gap)
        horizontalAlignment: Text.AlignHCenter
        text: line.words
        lineHeight: 1.15
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
