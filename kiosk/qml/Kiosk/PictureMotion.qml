import QtQuick

// How closely a picture is looked at, and where. Sizes and places are pixels of the view.
Item {
    id: motion

    // The view, what of it a note covers from below, and the picture fitted into the view.
    required property size view
    required property real covered
    required property size fitted

    property real zoom: 1
    property real panX: 0
    property real panY: 0
    readonly property real most: 6

    readonly property real shownWidth: fitted.width * zoom
    readonly property real shownHeight: fitted.height * zoom
    // The picture's left upper corner.
    readonly property real startX: (view.width - shownWidth) / 2 + panX
    readonly property real startY: (view.height - shownHeight) / 2 + panY

    function zoomAt(factor: real, x: real, y: real) {
        const wanted = Math.max(1, Math.min(most, zoom * factor));
        const ratio = wanted / zoom;
        const middleX = x - view.width / 2;
        const middleY = y - view.height / 2;
        zoom = wanted;
        pan((panX - middleX) * ratio + middleX - panX, (panY - middleY) * ratio + middleY - panY);
    }

    function pan(dx: real, dy: real) {
        flight.stop();
        const roomX = Math.max(0, shownWidth - view.width) / 2;
        const roomY = Math.max(0, shownHeight - view.height) / 2;
        panX = Math.max(-roomX, Math.min(roomX, panX + dx));
        panY = Math.max(-roomY, Math.min(roomY, panY + dy));
    }

    function reset() {
        flight.stop();
        zoom = 1;
        panX = 0;
        panY = 0;
    }

    function showAll() {
        if (zoom > 1 || panX !== 0 || panY !== 0)
            fly(1, 0, 0);
    }

    // Comes so close that a part of the picture, in shares of it, fills what its note leaves free.
    function frame(part: rect) {
        const across = view.width / (part.width * fitted.width);
        const down = (view.height - covered) / (part.height * fitted.height);
        const wanted = Math.max(1, Math.min(most, Math.min(across, down) * 0.94));
        const x = (0.5 - part.x - part.width / 2) * fitted.width * wanted;
        const y = (0.5 - part.y - part.height / 2) * fitted.height * wanted;
        fly(wanted, x, y - covered / 2);
    }

    // Brings a point, in shares of the picture, out from under its note and into view.
    function uncover(point: point) {
        const x = startX + point.x * shownWidth;
        const y = startY + point.y * shownHeight;
        const margin = Theme.target;
        const clearX = Math.max(margin, Math.min(view.width - margin, x));
        const clearY = Math.max(margin, Math.min(view.height - covered - margin, y));
        if (clearX !== x || clearY !== y)
            fly(zoom, panX + clearX - x, panY + clearY - y);
    }

    function fly(zoom: real, x: real, y: real) {
        flight.stop();
        closer.to = zoom;
        sideways.to = x;
        upwards.to = y;
        flight.start();
    }

    ParallelAnimation {
        id: flight

        NumberAnimation {
            id: closer

            target: motion
            property: "zoom"
            duration: Theme.calm
            easing.type: Easing.InOutCubic
        }

        NumberAnimation {
            id: sideways

            target: motion
            property: "panX"
            duration: Theme.calm
            easing.type: Easing.InOutCubic
        }

        NumberAnimation {
            id: upwards

            target: motion
            property: "panY"
            duration: Theme.calm
            easing.type: Easing.InOutCubic
        }
    }
}
