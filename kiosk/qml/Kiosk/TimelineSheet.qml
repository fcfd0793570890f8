pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What rises above the bar when it is asked for: the themes to choose from, or what signs mean.
FocusScope {
    id: sheet

    required property ThemesView themes
    required property var texts
    // "themes", "signs", or "" for none.
    required property string page

    signal dismissed

    height: body.height + 2 * Theme.gap
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true
    visible: page !== ""
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    Rectangle {
        anchors.fill: parent
        color: Theme.raised
    }

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    // Keeps drags and taps from what is behind.
    PointHandler {}
    TapHandler {
        gesturePolicy: TapHandler.WithinBounds
    }

    Item {
        id: body

        x: Theme.margin
        y: Theme.gap
        width: parent.width - 2 * x
        height: Math.max(close.height, heading.height + Theme.gap + content.height)

        PlainText {
            id: heading

            anchors.left: parent.left
            text: (sheet.page === "signs" ? sheet.texts.signs : sheet.texts.themes) ?? ""
            color: Theme.quiet
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            font.capitalization: Font.AllUppercase
            font.letterSpacing: Theme.small * 0.06
            wrapMode: Text.NoWrap
        }

        Loader {
            id: content

            anchors.top: heading.bottom
            anchors.topMargin: Theme.gap
            anchors.left: parent.left
            width: parent.width - close.width - Theme.gap * 2
            sourceComponent: sheet.page === "signs" ? signs : chips
        }

        PushButton {
            id: close

            anchors.right: parent.right
            icon: "close"
            text: sheet.texts.close ?? ""
            onClicked: sheet.dismissed()
        }
    }

    Component {
        id: chips

        ThemeChips {
            themes: sheet.themes
            texts: sheet.texts
        }
    }

    Component {
        id: signs

        Legend {
            texts: sheet.texts
        }
    }

    transform: Translate {
        id: entrance
    }

    NumberAnimation {
        id: enter

        target: entrance
        property: "y"
        from: sheet.height * 0.3
        to: 0
        duration: Theme.quick
        easing.type: Easing.OutCubic
    }

    onVisibleChanged: if (visible)
        enter.restart()
}
