import QtQuick

// How large the parts of the timeline are in a canvas of this height, and what it has room for.
QtObject {
    id: sizes

    required property real height
    required property int eraRows

    readonly property real cardWidth: Math.round((Theme.base + Theme.body) * 5.95)
    readonly property real smallWidth: Math.round(cardWidth * 0.92)
    readonly property real cardText: Theme.gap * 0.35 + Theme.small * 1.26 + Theme.body * 2.45
    readonly property real cardHeight: Math.ceil(cardWidth / 2 + cardText)
    readonly property real smallHeight: Math.ceil(Theme.small * 3.8)
    readonly property real eraRowHeight: Math.max(Theme.smallTarget * 0.9, Theme.small * 2.95)
    readonly property real axisHeight: Theme.small * 1.9 + eraRows * eraRowHeight
    readonly property real chipSpace: Theme.smallTarget * 0.7 + Theme.gap * 0.7
    readonly property real axisY: height - axisHeight
    readonly property real free: axisY - chipSpace
    readonly property real rowGap: Theme.gap
    readonly property int smallRows: free > cardHeight + smallHeight + 2 * rowGap ? 1 : 0
    readonly property real cardStep: cardHeight + rowGap
    readonly property real smallStep: smallHeight + rowGap
    readonly property real forCards: free - smallRows * smallStep
    readonly property int cardRows: Math.max(0, Math.min(4, Math.floor(forCards / cardStep)))
    readonly property real slack: Math.max(0, forCards - cardRows * cardStep)

    readonly property FontMetrics dates: FontMetrics {
        font.family: Theme.sans
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
    }

    function rowY(small: bool, row: int): real {
        const spare = slack / (cardRows + smallRows + 1);
        if (!small)
            return Math.round(spare * (row + 0.5) + row * cardStep);
        const cards = cardRows * (cardStep + spare) + spare / 2;
        return Math.round(cards + (row - cardRows) * smallStep);
    }
}
