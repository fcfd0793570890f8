pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The event's lane and themes as quiet words, each theme with its icon if it has one.
Flow {
    id: topics

    required property FactsView facts
    required property var texts

    readonly property real iconSize: Math.round(Theme.small * 1.15)

    spacing: Theme.gap * 0.3
    LayoutMirroring.enabled: Theme.mirrored
    visible: words.count > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: `${texts.themes ?? ""}: ${facts.topicWords}`

    Repeater {
        id: words

        model: topics.facts.topics

        Item {
            id: topic

            required property string key
            required property string title
            required property string icon
            required property url picture

            readonly property url sign: icon === "" ? picture : Theme.icon(icon, false)
            readonly property bool signed: sign.toString() !== ""
            readonly property real indent: signed ? topics.iconSize + Theme.gap * 0.4 : 0

            width: Math.min(topics.width, indent + label.implicitWidth + Theme.gap * 0.6)
            height: label.height

            Image {
                visible: topic.signed
                y: (Theme.small * 1.25 - height) / 2
                width: topics.iconSize
                height: width
                sourceSize: Qt.size(width, height)
                source: topic.sign
                fillMode: Image.PreserveAspectFit
                opacity: 0.75
            }

            PlainText {
                id: label

                x: topic.indent
                width: topic.width - x
                text: topic.title
                color: Theme.quiet
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
    }
}
