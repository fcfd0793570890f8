pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The timeline itself: a stage of cards over an axis, moved and zoomed by fingers, wheel and keys.
FocusScope {
    id: canvas
    objectName: "timeline"

    required property TimelineView timeline
    required property var texts
    required property string openedEvent

    property alias centre: motion.centre
    property alias length: motion.length
    readonly property real shortest: motion.shortest

    readonly property real cardWidth: Math.round(Theme.base * 11.6 * (1 + (Theme.body / Theme.base - 1) * 0.5))
    readonly property real smallWidth: Math.round(cardWidth * 0.92)
    readonly property real cardHeight: Math.ceil(cardWidth / 2 + Theme.gap * 0.35 + Theme.small * 1.26 + Theme.body * 2.45)
    readonly property real smallHeight: Math.ceil(Theme.small * 3.8)
    readonly property real eraRowHeight: Math.max(Theme.smallTarget * 0.9, Theme.small * 2.1)
    readonly property real axisHeight: Theme.small * 1.9 + eraRows * eraRowHeight
    readonly property real chipSpace: Theme.smallTarget * 0.62
    readonly property int eraRows: Math.max(1, timeline.eraRows)
    readonly property real axisY: height - axisHeight
    readonly property real free: axisY - chipSpace
    readonly property real rowGap: Theme.gap
    readonly property int smallRows: free > cardHeight + smallHeight + 2 * rowGap ? 1 : 0
    readonly property int cardRows: Math.max(0, Math.min(4, Math.floor((free - smallRows * (smallHeight + rowGap)) / (cardHeight + rowGap))))
    readonly property real slack: Math.max(0, free - cardRows * (cardHeight + rowGap) - smallRows * (smallHeight + rowGap))

    signal eventTouched(event: string)

    function rowY(small: bool, row: int): real {
        const spare = slack / (cardRows + smallRows + 1);
        if (!small)
            return Math.round(spare * (row + 0.5) + row * (cardHeight + rowGap));
        const cards = cardRows * (cardHeight + rowGap + spare) + spare / 2;
        return Math.round(cards + (row - cardRows) * (smallHeight + rowGap));
    }

    function home() {
        motion.travel(motion.homeCentre, motion.shortest);
    }

    function resetView() {
        motion.stop();
        motion.length = motion.shortest;
        motion.centre = motion.homeCentre;
    }

    function moveTo(wanted: real) {
        motion.stop();
        motion.centre = motion.bounded(wanted);
    }

    function zoomBy(factor: real) {
        motion.zoomAbout(factor, width / 2);
    }

    function centreOn(event: string) {
        const unit = timeline.unitOf(event);
        if (unit >= 0)
            motion.travel(unit + cardWidth / 2 / length, length);
    }

    function frame(first: real, last: real) {
        const room = Math.max(cardWidth, width - 2 * Theme.margin - cardWidth);
        const reach = Math.max(last - first, 1e-12);
        const wanted = Math.min(timeline.longest, room / reach);
        motion.travel((first + last) / 2 + cardWidth / 2 / wanted, wanted);
    }

    function go(direction: int) {
        const event = timeline.nearest(centre - cardWidth / 2 / length, direction);
        if (event !== "")
            centreOn(event);
        else
            motion.travel(motion.bounded(centre + direction * width / 3 / length), length);
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: texts.timeline ?? ""

    Keys.onLeftPressed: motion.travel(motion.bounded(centre - width / 4 / length), length)
    Keys.onRightPressed: motion.travel(motion.bounded(centre + width / 4 / length), length)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            canvas.zoomBy(1.6);
        else if (event.key === Qt.Key_Minus)
            canvas.zoomBy(1 / 1.6);
        else if (event.key === Qt.Key_Home)
            motion.travel(motion.lowest, canvas.length);
        else if (event.key === Qt.Key_End)
            motion.travel(motion.highest, canvas.length);
        else
            return;
        event.accepted = true;
    }

    TimelineMotion {
        id: motion

        viewport: canvas.width
        leftAir: Theme.margin
        rightAir: Theme.margin + canvas.cardWidth
        longest: canvas.timeline.longest
        validFirst: canvas.timeline.validFirst
        validLast: canvas.timeline.validLast
        validShort: canvas.timeline.validShort
        validLong: canvas.timeline.validLong
        yearFirst: canvas.timeline.yearFirst
        yearLast: canvas.timeline.yearLast
        onLeftWindow: canvas.timeline.look(centre, length)
        onLeftYear: canvas.timeline.passYear(centre)
    }

    function arrange() {
        timeline.arrange(cardWidth, cardRows, smallWidth, smallRows, Theme.smallTarget, Theme.gap, Theme.small * 5.5, width);
    }

    onCardRowsChanged: Qt.callLater(arrange)
    onSmallRowsChanged: Qt.callLater(arrange)
    onCardWidthChanged: Qt.callLater(arrange)
    onWidthChanged: Qt.callLater(arrange)
    Component.onCompleted: {
        arrange();
        resetView();
        timeline.look(centre, length);
    }

    PlainText {
        id: year

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: (canvas.axisY - height) / 2
        text: canvas.timeline.year
        color: Theme.ghost
        font.family: Theme.serif
        font.weight: Font.Bold
        font.pixelSize: Math.min(canvas.height * 0.62, canvas.width * 0.4)
        font.features: ({
                "lnum": 1,
                "tnum": 1
            })
        wrapMode: Text.NoWrap
    }

    GestureSurface {
        id: surface

        anchors.fill: parent
        onPressedDown: motion.stop()
        onDragged: pixels => motion.drag(pixels)
        onZoomed: (factor, x, pixels) => {
            motion.drag(pixels);
            motion.zoomAt(factor, x);
        }
        onFlung: velocity => motion.fling(velocity)
    }

    WheelHandler {
        onWheel: event => motion.zoomAbout(Math.pow(1.0016, event.angleDelta.y), event.x)
    }

    Item {
        id: stage

        readonly property real offset: canvas.width / 2 - (canvas.centre - canvas.timeline.anchor) * canvas.length

        x: Math.round(offset)
        height: parent.height

        TimelineAxis {
            y: canvas.axisY
            timeline: canvas.timeline
            length: canvas.length
        }

        Repeater {
            model: canvas.timeline.cards

            EventCard {
                id: card

                anchor: canvas.timeline.anchor
                length: canvas.length
                axisY: canvas.axisY
                openedEvent: canvas.openedEvent
                width: card.small ? canvas.smallWidth : canvas.cardWidth
                height: card.small ? canvas.smallHeight : canvas.cardHeight
                y: canvas.rowY(card.small, card.row)
                onTouched: canvas.eventTouched(card.event)
                onFocused: if (Keyboard.used)
                    canvas.centreOn(card.event)
            }
        }

        Repeater {
            model: canvas.timeline.dots

            EventDot {
                id: dot

                z: 10
                anchor: canvas.timeline.anchor
                length: canvas.length
                axisY: canvas.axisY - Theme.line
                openedEvent: canvas.openedEvent
                spoken: (canvas.texts.open_cluster ?? "").arg(dot.count)
                onTouched: dot.many ? canvas.frame(dot.first, dot.last) : canvas.eventTouched(dot.event)
                onFocused: if (Keyboard.used && !dot.many)
                    canvas.centreOn(dot.event)
            }
        }
    }

    Rectangle {
        y: canvas.axisY - height / 2
        z: -1
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    Item {
        y: canvas.axisY + Theme.small * 1.9
        width: parent.width
        height: canvas.eraRows * canvas.eraRowHeight

        Repeater {
            model: canvas.timeline.eras

            EraBand {
                id: band

                centre: canvas.centre
                length: canvas.length
                viewport: canvas.width
                rowHeight: canvas.eraRowHeight
                named: true
                onTouched: canvas.frame(band.unit, band.endUnit)
            }
        }
    }

    PlainText {
        anchors.centerIn: parent
        visible: canvas.timeline.count === 0
        text: canvas.texts.no_events ?? ""
        color: Theme.quiet
        font.family: Theme.serif
        font.pixelSize: Theme.title
    }
}
