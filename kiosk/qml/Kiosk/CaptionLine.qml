import QtQuick

// What is being said at this moment: large, in short lines, on a ground legible over any picture.
Rectangle {
    id: line

    required property var cues
    required property real position

    readonly property string words: {
        const cue = cues.find(cue => position >= cue.start && position < cue.end);
        return cue ? cue.text : "";
    }

    visible: words !== ""
    width: label.width + Theme.gap * 1.4
    height: label.height + Theme.gap * 0.6
    color: Theme.scrim
    radius: Theme.line * 3

    PlainText {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, font.pixelSize * 21, line.parent.width - 4 * Theme.gap)
        horizontalAlignment: Text.AlignHCenter
        text: line.words
        font.pixelSize: Theme.heading
        font.weight: Font.DemiBold
        lineHeight: 1.15
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
