import QtQuick
import Kiosk

// The visit itself: timeline and article beside each other, the bar beneath, media above both.
FocusScope {
    id: exploration
    objectName: "exploration"

    required property KioskView kiosk
    required property bool wide

    readonly property bool reading: kiosk.article.isOpen
    // At the largest text the article takes the whole screen.
    readonly property bool whole: kiosk.textStep === 2
    readonly property real sidePanel: Math.min(width * 0.62, Theme.measure + Theme.margin * 2.6)
    readonly property real panelWidth: !wide || whole ? width : sidePanel
    readonly property real panelHeight: wide || whole ? stageHeight : stageHeight * 0.64
    readonly property real stageHeight: height - bar.height

    // Which sheet is open above the bar, see TimelineSheet.
    property string sheet: ""
    readonly property TimelineView timeline: kiosk.timeline
    // A cluster's events are listed; an article that is opened from there leads back.
    readonly property bool listed: sheet === "events" && timeline.cluster.count > 0
    readonly property bool listing: listed && !reading && !kiosk.viewer.isOpen

    onListingChanged: {
        if (listing)
            risen.forceActiveFocus();
        else if (sheet === "" && !reading)
            canvas.forceActiveFocus();
    }

    Keys.onPressed: event => {
        const back = event.key === Qt.Key_Escape || event.key === Qt.Key_Back;
        event.accepted = back && risen.visible;
        if (event.accepted)
            sheet = "";
    }

    function forget() {
        sheet = "";
        canvas.resetView();
        viewer.forget();
    }

    function focusTimeline() {
        canvas.forceActiveFocus();
    }

    // Hurried fingers on the attract screen open nothing that comes to lie beneath them.
    Timer {
        id: arriving

        interval: Theme.calm * 2
    }

    onVisibleChanged: if (visible) {
        arriving.restart();
        hint.begin();
    }

    property string lastRead: ""

    onReadingChanged: {
        if (reading)
            canvas.view.remember(kiosk.article.eventId);
        else
            Qt.callLater(canvas.view.recall, lastRead);
    }

    Connections {
        target: exploration.kiosk.article

        function onOpened() {
            exploration.lastRead = exploration.kiosk.article.eventId;
            Qt.callLater(canvas.centreOn, exploration.lastRead);
        }
    }

    TimelineCanvas {
        id: canvas

        readonly property bool beside: exploration.reading && !exploration.whole

        y: heading.visible ? heading.y + heading.height : Theme.margin / 2
        width: parent.width - (beside && exploration.wide ? exploration.panelWidth : 0)
        height: exploration.stageHeight - y - (beside && !exploration.wide ? panel.height : 0)
        visible: !(exploration.whole && exploration.reading)
        enabled: !exploration.kiosk.viewer.isOpen && !arriving.running && !exploration.listing
        timeline: exploration.timeline
        texts: exploration.kiosk.texts
        painted: exploration.kiosk.painted
        fullWidth: exploration.width
        openedEvent: exploration.kiosk.article.eventId
        onEventTouched: event => {
            exploration.sheet = "";
            exploration.kiosk.openEvent(event);
        }
        onListed: exploration.sheet = "events"
        onEraFramed: band => era.tell(band)
        onCentreChanged: glass.shake()
        onLengthChanged: glass.shake()
    }

    Glass {
        id: glass

        anchors.fill: canvas
        visible: canvas.visible && exploration.kiosk.painted
    }

    PlainText {
        id: heading

        x: Theme.margin
        y: Theme.margin * 0.55
        width: canvas.width - 2 * x
        height: implicitHeight + Theme.margin * 0.3
        visible: exploration.wide || !exploration.reading
        text: exploration.kiosk.title
        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: Theme.base * 1.25
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }

    EraHeading {
        id: era

        width: canvas.width
        visible: heading.visible && text !== ""
        motion: canvas.view
        texts: exploration.kiosk.texts
    }

    ArticlePanel {
        id: panel

        visible: exploration.reading
        enabled: visible && !exploration.kiosk.viewer.isOpen
        x: exploration.wide ? exploration.width - width : 0
        y: exploration.wide ? 0 : exploration.stageHeight - height
        width: exploration.panelWidth
        height: exploration.panelHeight
        kiosk: exploration.kiosk

        transform: Translate {
            id: entrance
        }

        NumberAnimation {
            id: enter

            target: entrance
            property: exploration.wide ? "x" : "y"
            from: exploration.wide ? panel.width * 0.2 : panel.height * 0.2
            to: 0
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }

        onVisibleChanged: if (visible) {
            enter.restart();
            opening.raise();
        }
    }

    // Keeps the second half of a double tap on a card from what has opened beneath it.
    Shield {
        id: opening

        anchors.fill: panel
    }

    Veil {
        width: parent.width
        height: exploration.stageHeight
        shown: exploration.listing
        onTouched: exploration.sheet = ""
    }

    TimelineSheet {
        id: risen

        anchors.bottom: bar.top
        width: parent.width
        most: exploration.stageHeight * 0.78
        themes: exploration.timeline.themes
        cluster: exploration.timeline.cluster
        texts: exploration.kiosk.texts
        page: {
            const hidden = exploration.sheet === "events" && !exploration.listing;
            return hidden || exploration.kiosk.viewer.isOpen ? "" : exploration.sheet;
        }
        onDismissed: exploration.sheet = ""
        onEventTouched: event => exploration.kiosk.openEvent(event)
    }

    MediaViewer {
        id: viewer

        visible: exploration.kiosk.viewer.isOpen
        width: exploration.width
        // Over the way through time, which leads nowhere while a picture is open.
        height: exploration.height - bar.lowerHeight
        z: 1
        kiosk: exploration.kiosk
        wide: exploration.wide
    }

    TimelineHint {
        id: hint

        readonly property bool watched: exploration.enabled && !exploration.reading

        anchors.fill: parent
        enabled: !arriving.running
        words: exploration.kiosk.texts.hint ?? ""
        untouched: watched && exploration.sheet === "" && canvas.view.home && !Keyboard.used
        upper: canvas.y + canvas.erasY
        lower: exploration.stageHeight
    }

    BottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        kiosk: exploration.kiosk
        centre: canvas.centre
        length: canvas.length
        viewport: canvas.width
        sheet: exploration.sheet
        onSheetAsked: asked => exploration.sheet = exploration.sheet === asked ? "" : asked
        onMoved: centre => canvas.moveTo(centre)
        onStepped: direction => canvas.go(direction)
        onZoomed: factor => canvas.zoomBy(factor)
        onWentHome: canvas.home()
    }
}
