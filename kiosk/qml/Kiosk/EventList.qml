pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The events of a cluster as cards to choose from, in one column or more; a finger throws it on.
GridView {
    id: list

    required property ClusterList cluster
    required property real most

    readonly property int columns: Math.max(1, Math.min(3, Math.floor(width / (Theme.body * 21))))
    readonly property real between: Theme.gap * 0.6
    readonly property real rowHeight: Theme.small * 1.3 + Theme.body * 2.55 + Theme.gap * 0.6

    signal touched(event: string)

    height: Math.min(most, Math.ceil(count / columns) * cellHeight)
    cellWidth: Math.floor(width / columns)
    cellHeight: Math.ceil(Math.max(Theme.target, rowHeight) + between)
    cacheBuffer: most
    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.DragAndOvershootBounds
    model: cluster.rows
    Accessible.role: Accessible.List
    Accessible.name: cluster.when

    delegate: FocusScope {
        id: cell

        required property string key
        required property string title
        required property string titleMark
        required property string spoken
        required property string when
        required property url picture

        width: list.cellWidth
        height: list.cellHeight

        RelatedEvent {
            width: parent.width - list.between
            height: parent.height - list.between
            focus: true
            key: cell.key
            title: cell.title
            titleMark: cell.titleMark
            spoken: cell.spoken
            when: cell.when
            picture: cell.picture
            mostLines: 2
            resting: Theme.ground
            onTouched: event => list.touched(event)
        }
    }

    // How far one has come, where there is more than can be seen.
    Rectangle {
        parent: list
        x: Theme.mirrored ? 0 : list.width - width
        y: list.visibleArea.yPosition * list.height
        width: Theme.stem
        height: list.visibleArea.heightRatio * list.height
        visible: list.visibleArea.heightRatio < 1
        radius: width / 2
        color: Theme.quiet
    }
}
