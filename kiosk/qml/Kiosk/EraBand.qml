import QtQuick

// A stretch of colour on the axis with its title, which stays in view while its time does.
Item {
    id: band

    required property string key
    required property string title
    required property string when
    required property string summary
    required property string colour
    required property int row
    required property real unit
    required property real endUnit
    required property real roomEnd

    required property real centre
    required property real length
    required property real viewport
    required property real rowHeight
    required property bool spent

    readonly property bool down: tap.pressed && !band.spent
    readonly property real start: viewport / 2 + (unit - centre) * length
    readonly property real end: viewport / 2 + (endUnit - centre) * length
    readonly property color pigment: band.colour === "" ? Theme.noEra : band.colour

    signal touched

    x: Math.max(start, -Theme.margin)
    y: row * rowHeight
    width: Math.max(0, Math.min(end, viewport + Theme.margin) - x)
    height: rowHeight
    visible: width > 0
    Accessible.role: Accessible.Button
    Accessible.name: band.title
    Accessible.onPressAction: band.touched()

    Rectangle {
        width: Math.max(Theme.stem, parent.width - Theme.stem / 2)
        height: Math.round(Theme.stem * 2.2)
        color: band.down ? Theme.accent : band.pigment
    }

    PlainText {
        id: words

        readonly property real edge: Math.max(0, Theme.margin - band.x)
        readonly property real spare: band.width - implicitWidth - Theme.gap
        readonly property real roomX: (band.roomEnd - band.centre) * band.length
        readonly property real room: roomX + band.viewport / 2 - band.x - Theme.gap / 2

        x: Math.min(edge, Math.max(band.start - band.x, spare))
        y: Theme.stem * 3
        width: Math.max(0, Math.min(implicitWidth, room - x, band.viewport))
        visible: room > Theme.small * 4.5
        // A title that would be cut is left out; touching the band makes room for it.
        opacity: truncated ? 0 : 1
        text: band.title
        color: band.down ? Theme.accent : Theme.quiet
        font.pixelSize: Theme.small
        lineHeight: 0.92
        maximumLineCount: 2
        wrapMode: Text.WordWrap
        elide: Text.ElideRight
    }

    TapHandler {
        id: tap

        margin: Theme.gap / 2
        dragThreshold: Theme.slip
        // Slow hands press long.
        longPressThreshold: 2
        onTapped: if (!band.spent)
            band.touched()
    }
}
