pragma ComponentBehavior: Bound

import QtQuick

// Every finger on the timeline. One drags, two zoom about themselves, more follow the first two.
// It only looks on, so a tap still reaches the card beneath it.
Item {
    id: surface

    // Pixels the content moved under the finger, and where and by how much it was zoomed.
    signal dragged(pixels: real)
    signal zoomed(factor: real, x: real, pixels: real)
    signal flung(velocity: real)
    signal pressedDown

    property var fingers: []
    property var trail: []
    readonly property int most: 10
    // Milliseconds of movement that say how fast a finger was when it let go.
    readonly property int memory: 90

    Instantiator {
        model: surface.most

        PointHandler {
            id: finger

            required property int index

            parent: surface
            acceptedButtons: Qt.LeftButton
            onActiveChanged: {
                if (active)
                    surface.press(finger.index, point.position);
                else
                    surface.lift(finger.index);
            }
            onPointChanged: if (active)
                surface.move(finger.index, point.position)
        }
    }

    onEnabledChanged: fingers = []

    // The middle of the two oldest fingers and their distance, 0 for only one.
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

    function press(id: int, at: point) {
        if (surface.fingers.length === 0)
            surface.pressedDown();
        surface.fingers = surface.fingers.concat({
            id: id,
            x: at.x,
            y: at.y
        });
        surface.trail = [];
    }

    function move(id: int, at: point) {
        const finger = surface.fingers.find(f => f.id === id);
        if (!finger || (finger.x === at.x && finger.y === at.y))
            return;
        const before = surface.grip();
        finger.x = at.x;
        finger.y = at.y;
        const after = surface.grip();
        if (before.spread > 0) {
            surface.zoomed(after.spread / before.spread, after.x, after.x - before.x);
        } else if (after.x !== before.x) {
            surface.remember(after.x);
            surface.dragged(after.x - before.x);
        }
    }

    function lift(id: int) {
        surface.fingers = surface.fingers.filter(f => f.id !== id);
        if (surface.fingers.length === 0)
            surface.flung(surface.speed());
        surface.trail = [];
    }

    function remember(x: real) {
        const now = Date.now();
        const recent = surface.trail.filter(step => now - step.time <= surface.memory);
        surface.trail = recent.concat({
            time: now,
            x: x
        });
    }

    // Pixels a second over the last moments; none when the finger rested before it let go.
    function speed(): real {
        const last = surface.trail[surface.trail.length - 1];
        if (surface.trail.length < 2 || Date.now() - last.time > surface.memory)
            return 0;
        const first = surface.trail[0];
        return (last.x - first.x) / Math.max(8, last.time - first.time) * 1000;
    }
}
