import QtQuick
import Kiosk

// What is said of a point or a part of the picture, and the way to the next one.
Rectangle {
    id: note

    required property ExploringView exploring
    required property var texts

    readonly property bool telling: exploring.topic === "story"
    readonly property bool last: exploring.number === exploring.count - 1
    readonly property string counting: texts.medium_number ?? ""
    readonly property string place: counting.arg(exploring.number + 1).arg(exploring.count)

    height: words.height + buttons.height + Theme.gap * 2.6
    color: Theme.scrim
    visible: exploring.topic !== ""
    Accessible.role: Accessible.Grouping
    Accessible.name: `${exploring.title}. ${exploring.text}`

    // Keeps drags and taps from the picture.
    PointHandler {}
    TapHandler {
        gesturePolicy: TapHandler.WithinBounds
    }

    Column {
        id: words

        x: Theme.gap
        y: Theme.gap
        width: parent.width - 2 * x
        spacing: Theme.gap * 0.3

        MarkedText {
            width: parent.width
            height: implicitHeight
            visible: text !== ""
            language: note.exploring.mark
            text: note.exploring.title
            size: Theme.heading
            color: Theme.text
            weight: Font.DemiBold
        }

        PlainText {
            width: parent.width
            visible: text !== ""
            text: note.exploring.text
            font.family: Theme.reading
        }
    }

    Item {
        id: buttons

        x: Theme.gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        width: parent.width - 2 * x
        height: back.height

        PushButton {
            id: back

            anchors.left: parent.left
            visible: note.exploring.count > 1
            enabled: note.exploring.number > 0
            icon: Theme.mirrored ? "next" : "previous"
            name: note.texts.previous_note ?? ""
            onClicked: note.exploring.step(-1)
        }

        PlainText {
            id: counter

            anchors.left: back.right
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: note.exploring.count > 1
            text: note.place
            color: Theme.quiet
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
        }

        PushButton {
            anchors.left: counter.right
            anchors.leftMargin: Theme.gap
            visible: note.exploring.count > 1
            enabled: !note.last
            primary: note.telling && enabled
            icon: Theme.mirrored ? "previous" : "next"
            name: note.texts.next_note ?? ""
            onClicked: note.exploring.step(1)
        }

        PushButton {
            anchors.right: parent.right
            primary: note.telling && note.last
            icon: "close"
            text: (note.telling ? note.texts.end_story : note.texts.close_note) ?? ""
            onClicked: note.exploring.close()
        }
    }
}
