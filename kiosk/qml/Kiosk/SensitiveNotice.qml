import QtQuick
import Kiosk

// Asks in calm words before something hard to look at is shown.
Item {
    id: notice

    required property KioskView kiosk
    required property real side

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: notice.side
        anchors.rightMargin: notice.side
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        PlainText {
            width: parent.width
            text: notice.kiosk.texts.before_you_read ?? ""
            color: Theme.accent
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
        }

        PlainText {
            width: parent.width
            text: notice.kiosk.article.title
            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: Theme.title
        }

        PlainText {
            width: parent.width
            text: notice.kiosk.article.notice
            font.family: Theme.reading
            lineHeight: 1.35
        }

        Flow {
            width: parent.width
            topPadding: Theme.gap
            spacing: Theme.gap

            PushButton {
                primary: true
                text: notice.kiosk.texts.show_anyway ?? ""
                onClicked: {
                    notice.kiosk.activity();
                    notice.kiosk.article.confirm();
                }
            }

            PushButton {
                text: notice.kiosk.texts.not_now ?? ""
                onClicked: notice.kiosk.article.close()
            }
        }
    }
}
