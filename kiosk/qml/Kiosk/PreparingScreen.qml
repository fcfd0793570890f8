import QtQuick
import Kiosk

// There is nothing to show yet: said quietly, and it heals by itself.
Rectangle {
    id: preparing

    required property KioskView kiosk

    color: Theme.ground

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.measure)
        spacing: Theme.gap

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.target
            height: Theme.stem
            color: Theme.accent
        }

        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: preparing.kiosk.texts.being_prepared ?? ""
            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: Theme.display
        }

        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: preparing.kiosk.texts.being_prepared_more ?? ""
            color: Theme.quiet
        }

        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: preparing.kiosk.preparation.status
            color: Theme.quiet
            font.pixelSize: Theme.small
        }

        ProgressLine {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.target * 4)
            share: preparing.kiosk.preparation.share
        }
    }
}
