import QtQuick

// An event, or several, for which there is no room yet.
TimelineItem {
    id: dot

    required property real first
    required property real last
    required property int count
    // The unit of the one that it was part of, or made of, a moment ago.
    required property real origin
    required property string spoken

    opened: dot.event === dot.openedEvent && !dot.many

    readonly property bool many: dot.count > 1
    readonly property real size: Math.round(Theme.smallTarget * (dot.many ? 0.7 : 0.32))

    place: arrived ? unit : origin
    width: many ? body.width : size
    height: size
    transform: Translate {
        x: -dot.width / 2
        y: dot.many ? -dot.height - Theme.gap * 0.4 : -dot.height / 2
    }
    y: dot.axisY
    hitMargin: (Theme.smallTarget - size) / 2
    Accessible.name: dot.many ? dot.spoken : `${dot.title}. ${dot.when}`

    Behavior on place {
        NumberAnimation {
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }
    }

    Rectangle {
        visible: dot.many
        x: (dot.width - width) / 2
        y: dot.height
        width: Theme.stem * 0.7
        height: Theme.gap * 0.4
        radius: Theme.edge
        color: Theme.accent
    }

    Rectangle {
        id: body

        width: Math.max(dot.size, dot.many ? number.implicitWidth + Theme.gap * 0.8 : 0)
        height: dot.size
        radius: height / 2
        color: dot.down ? Theme.hairline : dot.many ? Theme.raised : dot.pigment
        border.color: dot.opened || dot.many ? Theme.accent : Theme.ground
        border.width: Theme.stem * 0.7

        PlainText {
            id: number

            anchors.centerIn: parent
            visible: dot.many
            text: dot.many ? `${dot.count}` : ""
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
        }
    }
}
