pragma ComponentBehavior: Bound

import QtQuick

// Other events to go on to, beneath what they have in common; nothing where there are none.
Column {
    id: list

    required property string title
    required property var links

    signal touched(event: string)

    visible: rows.count > 0
    spacing: Theme.gap * 0.6

    SectionTitle {
        width: parent.width
        text: list.title
    }

    Repeater {
        id: rows

        model: list.links

        RelatedEvent {
            width: list.width
            onTouched: event => list.touched(event)
        }
    }
}
