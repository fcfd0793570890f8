import QtQuick
import QtQuick.Layouts
import Kiosk

// What is said about the medium that fills the screen, and the ways on and back.
GridLayout {
    id: footer

    required property ViewerView viewer
    required property var texts
    required property bool wide
    required property bool soundless

    readonly property string counting: texts.medium_number ?? ""
    readonly property string place: counting.arg(viewer.number + 1).arg(viewer.count)

    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true
    columns: wide ? 2 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Column {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter

        MarkedText {
            width: parent.width
            height: implicitHeight
            visible: text !== ""
            language: footer.viewer.captionMark
            text: footer.viewer.caption
            lines: 3
            size: Theme.body
            color: Theme.text
        }

        MarkedText {
            width: parent.width
            height: implicitHeight
            visible: footer.viewer.cuesMark !== ""
            language: footer.viewer.cuesMark
            text: footer.texts[footer.viewer.kind === "video" ? "captions" : "transcript"] ?? ""
        }

        PlainText {
            width: parent.width
            text: footer.texts.no_sound ?? ""
            visible: footer.soundless
            color: Theme.accent
            font.pixelSize: Theme.small
        }

        PlainText {
            width: parent.width
            text: footer.viewer.credit
            visible: text !== ""
            color: Theme.quiet
            font.pixelSize: Theme.small
        }

        PlainText {
            width: parent.width
            text: (footer.texts.media_source ?? "").arg(footer.viewer.origin)
            visible: footer.viewer.origin !== ""
            color: Theme.quiet
            font.pixelSize: Theme.small
            maximumLineCount: 2
            elide: Text.ElideRight
            wrapMode: Text.WrapAnywhere
        }
    }

    RowLayout {
        Layout.alignment: Qt.AlignRight
        spacing: Theme.gap

        PushButton {
            visible: footer.viewer.count > 1
            enabled: footer.viewer.number > 0
            icon: "previous"
            name: footer.texts.previous_medium ?? ""
            onClicked: footer.viewer.step(-1)
        }

        PlainText {
            visible: footer.viewer.count > 1
            text: footer.place
            color: Theme.quiet
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
        }

        PushButton {
            visible: footer.viewer.count > 1
            enabled: footer.viewer.number < footer.viewer.count - 1
            icon: "next"
            name: footer.texts.next_medium ?? ""
            onClicked: footer.viewer.step(1)
        }

        PushButton {
            primary: true
            icon: "close"
            text: footer.texts.close ?? ""
            onClicked: footer.viewer.close()
        }
    }
}
