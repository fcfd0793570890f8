import QtQuick

// How large the parts of the timeline are in a canvas of this height, and what it has room for.
QtObject {
    id: sizes

    required property real height
    required property int eraRows
    // How many events each lane has; empty where there is nothing to keep apart.
    required property var laneCounts

    readonly property real cardWidth: Math.round((Theme.base + Theme.body) * 5.95)
    readonly property real smallWidth: Math.round(cardWidth * 0.92)
    readonly property real cardText: Theme.gap * 0.35 + Theme.small * 1.26 + Theme.body * 2.45
    readonly property real smallHeight: Math.ceil(Theme.small * 3.8)
    readonly property real eraRowHeight: Math.max(Theme.smallTarget * 0.9, Theme.small * 2.95)
    readonly property real axisHeight: Theme.small * 1.9 + eraRows * eraRowHeight
    readonly property real chipSpace: Theme.smallTarget * 0.7 + Theme.gap * 0.7
    readonly property real axisY: height - axisHeight
    readonly property real free: axisY - chipSpace
    readonly property real rowGap: Theme.gap
    readonly property real titleHeight: Math.ceil(Theme.small * 1.5)

    // Lanes are kept apart where each has room for a row of cards, if need be with flat pictures.
    readonly property int many: laneCounts.length
    readonly property real laneRoom: free / Math.max(1, many) - titleHeight - rowGap
    readonly property real leastPicture: Math.round(cardWidth / 3.2)
    readonly property bool apart: many > 1 && laneRoom >= leastPicture + cardText
    readonly property int laneCount: apart ? many : 1
    readonly property real fullPicture: Math.round(cardWidth / 2)
    readonly property real flatPicture: Math.max(leastPicture, Math.floor(laneRoom - cardText))
    readonly property real pictureHeight: Math.min(fullPicture, apart ? flatPicture : fullPicture)
    readonly property real cardHeight: Math.ceil(pictureHeight + cardText)
    readonly property real cardStep: cardHeight + rowGap
    readonly property real smallStep: smallHeight + rowGap
    readonly property real forRows: free - (apart ? laneCount * titleHeight : 0)
    readonly property bool smallFits: forRows > cardHeight + smallHeight + 2 * rowGap
    readonly property int smallRows: smallFits && !apart ? 1 : 0
    readonly property real forCards: forRows - smallRows * smallStep
    readonly property int fitting: Math.floor(forCards / cardStep)
    readonly property int cardRows: Math.max(apart ? many : 0, Math.min(4 * laneCount, fitting))
    readonly property real slack: Math.max(0, forCards - cardRows * cardStep)

    // The rows of cards of each lane: one, and the rest to those with most events to a row.
    readonly property var laneRows: {
        const rows = Array(laneCount).fill(apart ? 1 : cardRows);
        for (let left = cardRows - laneCount; apart && left > 0; --left) {
            const crowds = rows.map((count, lane) => laneCounts[lane] / count);
            rows[crowds.indexOf(Math.max(...crowds))] += 1;
        }
        return rows;
    }
    // What arranges the rows: for each lane how many of cards and how many of small cards.
    readonly property var rows: [].concat(...laneRows.map(count => [count, smallRows]))

    readonly property FontMetrics dates: FontMetrics {
        font.family: Theme.sans
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
    }

    // The lane that a row, counted from the top of all, belongs to.
    function laneOf(row: int): int {
        let lane = 0;
        for (let below = laneRows[0]; lane < laneCount - 1 && row >= below; below += laneRows[lane])
            lane += 1;
        return lane;
    }

    function rowY(small: bool, row: int): real {
        const spare = slack / (cardRows + smallRows + 1);
        const titles = apart ? (laneOf(row) + 1) * titleHeight : 0;
        if (!small)
            return Math.round(titles + spare * (row + 0.5) + row * cardStep);
        const cards = cardRows * (cardStep + spare) + spare / 2;
        return Math.round(cards + (row - cardRows) * smallStep);
    }

    // Where the strip of a lane begins: its hairline and its title, above its cards.
    function laneY(lane: int): real {
        let row = 0;
        for (let above = 0; above < lane; ++above)
            row += laneRows[above];
        return lane === 0 ? 0 : rowY(false, row) - titleHeight;
    }
}
