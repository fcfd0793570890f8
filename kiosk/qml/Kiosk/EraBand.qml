import QtQuick

// A stretch of colour on the axis with its title, which stays in view while its time does.
Item {
    id: band

    required property string key
    required property string title
    required property string colour
    required property int row
    required property real unit
    required property real endUnit

    required property real centre
    required property real length
    required property real viewport
    required property real rowHeight
    required property bool named

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
        color: tap.pressed ? Theme.accent : band.pigment
    }

    PlainText {
        id: words

        readonly property real edge: Math.max(0, Theme.margin - band.x)

        x: Math.min(edge, Math.max(0, band.width - width - Theme.gap))
        y: Theme.stem * 3.2
        width: Math.min(implicitWidth, Math.max(0, band.width - Theme.gap / 2))
        visible: band.named && band.width > Theme.small * 4
        text: band.title
        color: tap.pressed ? Theme.accent : Theme.quiet
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }

    TapHandler {
        id: tap

        margin: Theme.gap / 2
        onTapped: band.touched()
    }
}
