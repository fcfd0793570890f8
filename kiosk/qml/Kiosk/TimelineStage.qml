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
    // It is as close as can be, so nothing spreads out further.
    required property bool closest

    // What the keyboard has come to, if it is one of the marks.
    readonly property TimelineItem focused: Window.activeFocusItem as TimelineItem

    signal eventTouched(event: string)
    signal spread(first: real, last: real)
    // The timeline's `cluster` is another one.
    signal listed
    // The keyboard has come to an event.
    signal reached(event: string)

    // Whether zooming in can ever part what a cluster holds.
    function spreads(dot: EventDot): bool {
        const room = (dot.last - dot.first) * timeline.longest;
        return !closest && room > Theme.smallTarget + Theme.gap;
    }

    // A cluster spreads out, or is listed where there is no room for that however close one is.
    function touchDot(dot: EventDot) {
        if (!dot.many) {
            eventTouched(dot.event);
        } else if (spreads(dot)) {
            spread(dot.first, dot.last);
        } else {
            timeline.listCluster(dot.key);
            listed();
        }
    }

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
            spoken: {
                const spread = stage.texts.open_cluster ?? "";
                const list = stage.texts.list_cluster ?? "";
                return (stage.spreads(dot) ? spread : list).arg(dot.count);
            }
            onTouched: stage.touchDot(dot)
            onFocused: if (Keyboard.used && !dot.many)
                stage.reached(dot.event)
        }
    }

    // One for all, since making one for each takes long.
    FocusRing {
        parent: stage.focused ?? stage
        shown: stage.focused !== null && Keyboard.used
        radius: stage.focused instanceof EventDot ? height / 2 : Theme.line * 2
    }
}
