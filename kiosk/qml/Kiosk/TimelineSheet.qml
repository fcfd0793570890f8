pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What rises above the bar when it is asked for: the themes to choose from, what signs mean, or
// the events of a cluster.
FocusScope {
    id: sheet

    required property ThemesView themes
    required property ClusterList cluster
    required property var texts
    // How high it may become.
    required property real most
    // "themes", "signs", "events", or "" for none.
    required property string page

    readonly property bool listing: page === "events"

    readonly property string title: {
        if (listing)
            return (texts.cluster_title ?? "").arg(cluster.when).arg(cluster.count);
        return (page === "signs" ? texts.signs : texts.themes) ?? "";
    }

    signal dismissed
    signal eventTouched(event: string)

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
        height: Math.max(close.height, content.y + content.height)

        PlainText {
            id: heading

            anchors.left: parent.left
            y: sheet.listing ? Math.max(0, (close.height - height) / 2) : 0
            width: parent.width - close.width - Theme.gap
            text: sheet.title
            color: sheet.listing ? Theme.text : Theme.quiet
            font.family: sheet.listing ? Theme.serif : Theme.sans
            font.pixelSize: sheet.listing ? Theme.body : Theme.small
            font.weight: Font.DemiBold
            font.capitalization: sheet.listing ? Font.MixedCase : Font.AllUppercase
            font.letterSpacing: sheet.listing ? 0 : Theme.small * 0.06
        }

        Loader {
            id: content

            y: Math.max(sheet.listing ? close.height : 0, heading.height) + Theme.gap
            anchors.left: parent.left
            width: parent.width - (sheet.listing ? 0 : close.width + Theme.gap * 2)
            focus: sheet.listing
            sourceComponent: {
                if (sheet.listing)
                    return events;
                return sheet.page === "signs" ? signs : chips;
            }
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

    Component {
        id: events

        EventList {
            focus: true
            cluster: sheet.cluster
            most: sheet.most - content.y - 2 * Theme.gap
            onTouched: event => sheet.eventTouched(event)
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
