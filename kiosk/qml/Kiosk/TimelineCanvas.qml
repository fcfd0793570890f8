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
    required property bool painted
    // The width when nothing is open beside the timeline.
    required property real fullWidth

    property alias view: motion
    property alias centre: motion.centre
    property alias length: motion.length
    readonly property real shortest: motion.shortest

    readonly property real axisY: sizes.axisY
    readonly property real erasY: axisY + Theme.small * 1.9

    signal eventTouched(event: string)
    // A cluster is listed.
    signal listed
    // An era fills the view.
    signal eraFramed(era: EraBand)

    function home() {
        motion.travel(motion.homeCentre, motion.shortest);
    }

    function resetView() {
        motion.goHome();
    }

    function moveTo(wanted: real) {
        motion.stop();
        motion.drag((centre - motion.bounded(wanted)) * length);
    }

    function zoomBy(factor: real) {
        motion.zoomAbout(factor, width / 2);
    }

    function centreOn(event: string) {
        const unit = timeline.unitOf(event);
        if (unit >= 0)
            motion.travel(unit + sizes.cardWidth / 2 / length, length);
    }

    function frame(first: real, last: real) {
        const room = Math.max(sizes.cardWidth, width - 2 * Theme.margin - sizes.cardWidth);
        const reach = Math.max(last - first, 1e-12);
        const wanted = Math.min(timeline.longest, room / reach);
        motion.travel((first + last) / 2 + sizes.cardWidth / 2 / wanted, wanted);
    }

    function go(direction: int) {
        centreOn(timeline.nearest(centre - sizes.cardWidth / 2 / length, direction));
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Grouping
    Accessible.name: texts.timeline ?? ""

    Keys.forwardTo: keys

    TimelineSizes {
        id: sizes

        height: canvas.height
        eraRows: Math.max(1, canvas.timeline.eraRows)
        laneCounts: canvas.timeline.laneCounts
        onRowsChanged: Qt.callLater(canvas.arrange)
        onCardWidthChanged: Qt.callLater(canvas.arrange)
    }

    TimelineKeys {
        id: keys

        motion: motion
    }

    TimelineMotion {
        id: motion

        viewport: canvas.width
        leftAir: Theme.margin
        rightAir: Theme.margin + sizes.cardWidth
        longest: canvas.timeline.longest
        validFirst: canvas.timeline.validFirst
        validLast: canvas.timeline.validLast
        validShort: canvas.timeline.validShort
        validLong: canvas.timeline.validLong
        yearFirst: canvas.timeline.yearFirst
        yearLast: canvas.timeline.yearLast
        // Done while Qt waits for the next frame, which else would wait for it.
        onLeftWindow: Qt.callLater(canvas.timeline.look, centre, length)
        onLeftYear: Qt.callLater(canvas.timeline.passYear, centre)
    }

    function arrange() {
        const chip = Theme.smallTarget;
        const tick = Theme.small * 5.5;
        const home = Math.max(1, fullWidth - motion.leftAir - motion.rightAir);
        const s = sizes;
        timeline.arrange(s.cardWidth, s.smallWidth, chip, Theme.gap, s.rows, tick, width, home);
    }

    onWidthChanged: Qt.callLater(arrange)
    Component.onCompleted: {
        arrange();
        resetView();
        timeline.look(centre, length);
    }

    YearNumeral {
        readonly property bool overview: canvas.length < canvas.shortest * 1.2

        x: Theme.margin
        y: (canvas.axisY - height) / 2
        width: parent.width - 2 * x
        painted: canvas.painted
        visible: canvas.timeline.count > 0
        text: overview ? canvas.timeline.years : canvas.timeline.year
        height: Math.min(canvas.height * 0.62, canvas.width * 0.4)
    }

    GestureSurface {
        id: surface

        anchors.fill: parent
        gliding: motion.gliding
        onSeized: motion.stop()
        onDoubleTapped: x => motion.zoomAbout(2, x)
        onPairTapped: x => motion.zoomAbout(1 / 2, x)
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

    WheelHandler {
        orientation: Qt.Horizontal
        onWheel: event => motion.roll(event.pixelDelta.x || event.angleDelta.x)
    }

    TimelineStage {
        x: Math.round(canvas.width / 2 - (canvas.centre - canvas.timeline.anchor) * canvas.length)
        height: parent.height
        timeline: canvas.timeline
        texts: canvas.texts
        sizes: sizes
        length: canvas.length
        closest: canvas.length >= canvas.timeline.longest * 0.95
        openedEvent: canvas.openedEvent
        spent: surface.spent
        onEventTouched: event => {
            surface.answered();
            canvas.eventTouched(event);
        }
        onSpread: (first, last) => {
            surface.answered();
            canvas.frame(first, last);
        }
        onListed: {
            surface.answered();
            canvas.listed();
        }
        onReached: event => canvas.centreOn(event)
    }

    Repeater {
        model: canvas.timeline.lanes

        LaneTitle {
            required property int index

            y: sizes.laneY(index)
            width: canvas.width
            visible: sizes.apart
            first: index === 0
            room: sizes.titleHeight
        }
    }

    Rectangle {
        y: canvas.axisY - height / 2
        z: -1
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    Repeater {
        model: canvas.timeline.shrunk

        ShrunkStretch {
            axisY: canvas.axisY
            centre: canvas.centre
            length: canvas.length
            viewport: canvas.width
            words: (canvas.texts.shrunk ?? "").arg(when)
            spent: surface.spent
            onTouched: surface.answered()
        }
    }

    Item {
        y: canvas.erasY
        width: parent.width
        height: sizes.eraRows * sizes.eraRowHeight

        Repeater {
            model: canvas.timeline.eras

            EraBand {
                id: band

                centre: canvas.centre
                length: canvas.length
                viewport: canvas.width
                rowHeight: sizes.eraRowHeight
                spent: surface.spent
                onTouched: {
                    surface.answered();
                    canvas.frame(band.unit, band.endUnit);
                    canvas.eraFramed(band);
                }
            }
        }
    }

    EmptyTimeline {
        anchors.fill: parent
        visible: canvas.timeline.count === 0
        message: canvas.texts.no_events ?? ""
    }
}
