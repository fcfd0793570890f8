import QtQuick
import Kiosk

// What is said of the era that fills the view, in place of the exhibit's name.
Item {
    id: heading

    // Whatever moves the view on ends it.
    required property TimelineMotion motion
    required property var texts

    property string title: ""
    property string when: ""
    property string text: ""
    property color pigment: Theme.noEra

    function tell(era: EraBand) {
        title = era.title;
        when = era.when;
        text = era.summary;
        pigment = era.pigment;
        if (text !== "")
            arrival.restart();
    }

    function forget() {
        text = "";
    }

    height: Math.max(words.height, close.height) + Theme.gap * 0.5
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true
    Accessible.role: Accessible.Grouping
    Accessible.name: `${title}. ${when}. ${text}`

    Connections {
        target: heading.motion

        function onInterrupted() {
            heading.forget();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    // Keeps touches from what is behind.
    PointHandler {}
    TapHandler {
        gesturePolicy: TapHandler.WithinBounds
    }

    Rectangle {
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: words.y
        width: Theme.stem
        height: words.height
        color: heading.pigment
    }

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + Theme.stem + Theme.gap * 0.7
        anchors.right: close.left
        anchors.rightMargin: Theme.gap
        y: (parent.height - height) / 2

        PlainText {
            width: parent.width
            text: heading.when === "" ? heading.title : `${heading.title}  ·  ${heading.when}`
            font.family: Theme.serif
            font.weight: Font.DemiBold
        }

        PlainText {
            width: Math.min(parent.width, Theme.measure * 1.6)
            text: heading.text
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
    }

    PushButton {
        id: close

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: (parent.height - height) / 2
        height: Theme.smallTarget
        width: height
        icon: "close"
        name: heading.texts.close ?? ""
        onClicked: heading.forget()
    }

    NumberAnimation {
        id: arrival

        target: heading
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.calm
    }
}
