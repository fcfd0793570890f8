pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What moves as one: the axis with all that stands on it, measured from the anchor.
Item {
    id: stage

    required property TimelineView timeline
    required property var texts
    required property TimelineSizes sizes
    required property real length
    required property string openedEvent
    required property bool spent

    signal eventTouched(event: string)
    signal dotTouched(dot: EventDot)
    // The keyboard has come to an event.
    signal reached(event: string)

    TimelineAxis {
        y: stage.sizes.axisY
        timeline: stage.timeline
        length: stage.length
    }

    Repeater {
        model: stage.timeline.cards

        EventCard {
            id: card

            anchor: stage.timeline.anchor
            length: stage.length
            axisY: stage.sizes.axisY
            openedEvent: stage.openedEvent
            spent: stage.spent
            draftWord: stage.texts.draft ?? ""
            dates: stage.sizes.dates
            pictureHeight: stage.sizes.pictureHeight
            width: card.small ? stage.sizes.smallWidth : stage.sizes.cardWidth
            height: card.small ? stage.sizes.smallHeight : stage.sizes.cardHeight
            y: stage.sizes.rowY(card.small, card.row)
            onTouched: stage.eventTouched(card.event)
            onFocused: if (Keyboard.used)
                stage.reached(card.event)
        }
    }

    Repeater {
        model: stage.timeline.dots

        EventDot {
            id: dot

            z: 10
            anchor: stage.timeline.anchor
            length: stage.length
            axisY: stage.sizes.axisY - Theme.line
            openedEvent: stage.openedEvent
            spent: stage.spent
            spoken: (stage.texts.open_cluster ?? "").arg(dot.count)
            onTouched: stage.dotTouched(dot)
            onFocused: if (Keyboard.used && !dot.many)
                stage.reached(dot.event)
        }
    }
}
