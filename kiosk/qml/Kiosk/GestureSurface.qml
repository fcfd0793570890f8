import QtQuick

// Every finger on the timeline. One drags, two zoom about themselves, more follow the first two.
MultiPointTouchArea {
    id: surface

    // Pixels the content moved under the finger, and where and by how much it was zoomed.
    signal dragged(pixels: real)
    signal zoomed(factor: real, x: real, pixels: real)
    signal flung(velocity: real)
    signal pressedDown

    property var fingers: []
    property real velocity: 0
    property real lastTime: 0
    readonly property bool held: fingers.length > 0

    maximumTouchPoints: 40
    minimumTouchPoints: 1
    mouseEnabled: true

    onPressed: points => {
        if (surface.fingers.length === 0) {
            surface.velocity = 0;
            surface.pressedDown();
        }
        surface.fingers = surface.fingers.concat(points.map(p => ({
                    id: p.pointId,
                    x: p.x,
                    y: p.y
                })));
        surface.lastTime = Date.now();
    }
    onUpdated: points => surface.move(points)
    onReleased: points => surface.lift(points)
    onCanceled: points => surface.lift(points)

    // Distance and middle of the two oldest fingers, or of the only one.
    function grip(): var {
        const a = surface.fingers[0];
        const b = surface.fingers[1];
        if (!b)
            return {
                x: a.x,
                spread: 0
            };
        return {
            x: (a.x + b.x) / 2,
            spread: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y))
        };
    }

    function move(points: var) {
        if (surface.fingers.length === 0)
            return;
        const before = surface.grip();
        for (const point of points) {
            const finger = surface.fingers.find(f => f.id === point.pointId);
            if (finger) {
                finger.x = point.x;
                finger.y = point.y;
            }
        }
        const after = surface.grip();
        const pixels = after.x - before.x;
        const now = Date.now();
        const seconds = Math.max(1, now - surface.lastTime) / 1000;
        surface.lastTime = now;
        if (before.spread > 0) {
            surface.velocity = 0;
            surface.zoomed(after.spread / before.spread, after.x, pixels);
        } else if (pixels !== 0) {
            const weight = Math.min(1, seconds / 0.05);
            surface.velocity += (pixels / seconds - surface.velocity) * Math.max(0.3, weight);
            surface.dragged(pixels);
        }
    }

    function lift(points: var) {
        surface.fingers = surface.fingers.filter(f => !points.some(p => p.pointId === f.id));
        if (surface.fingers.length > 0)
            return;
        const rested = Date.now() - surface.lastTime > 80;
        surface.flung(rested ? 0 : surface.velocity);
    }
}
