import QtQuick
import Kiosk

// A calm question with a visible countdown; any touch answers it.
Rectangle {
    id: warning

    required property KioskView kiosk

    color: Theme.scrim
    Accessible.role: Accessible.AlertMessage
    Accessible.name: question.text

    onVisibleChanged: if (visible)
        stay.forceActiveFocus()

    TapHandler {
        onTapped: warning.kiosk.activity()
    }

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.measure)
        spacing: Theme.gap * 1.4

        PlainText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: `${warning.kiosk.secondsLeft}`
            color: Theme.accent
            font.family: Theme.serif
            font.pixelSize: Theme.poster * 1.6
            font.features: ({
                    "lnum": 1,
                    "tnum": 1
                })
        }

        PlainText {
            id: question

            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: warning.kiosk.texts.still_there ?? ""
            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: Theme.display
        }

        PlainText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: (warning.kiosk.texts.still_there_more ?? "").arg(warning.kiosk.secondsLeft)
            color: Theme.quiet
        }

        Flow {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

            PushButton {
                id: stay

                primary: true
                large: true
                height: Theme.target * 1.3
                width: Math.max(implicitWidth, Theme.base * 12)
                text: warning.kiosk.texts.still_here ?? ""
                onClicked: warning.kiosk.activity()
            }

            PushButton {
                height: stay.height
                icon: "home"
                text: warning.kiosk.texts.start_over ?? ""
                onClicked: warning.kiosk.startOver()
            }
        }
    }
}
