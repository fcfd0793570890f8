pragma ComponentBehavior: Bound

import QtQuick

// Every finger on the timeline. One drags, two zoom about themselves, more follow the first two.
// It only looks on, so a tap still reaches the card beneath it.
Item {
    id: surface

    // The timeline moves by itself, so a touch means to catch it and not what runs by beneath.
    required property bool gliding

    // This touch already does something, so what lies beneath does not answer it.
    property bool spent: false
    // All fingers on the glass, the oldest first; those that `grip` hold the timeline.
    property var fingers: []
    readonly property int most: 10
    // Milliseconds without moving after which a finger only rests, when another one comes.
    readonly property int rest: 1000
    readonly property bool watched: Window.active
    // How far the fingers of one hand reach.
    readonly property real hand: Theme.target * 10

    signal seized
    // Pixels the content moved under the finger, and where and by how much it was zoomed.
    signal dragged(pixels: real)
    signal zoomed(factor: real, x: real, pixels: real)
    signal flung(velocity: real)
    signal doubleTapped(x: real)
    signal pairTapped(x: real)

    // Something on the timeline has answered the tap.
    function answered() {
        taps.answered();
    }

    // Lets go of everything; what is still on the glass counts again when it has been lifted.
    function forget() {
        const held = surface.holding().length > 0;
        surface.fingers = [];
        surface.spent = true;
        taps.forget();
        if (held)
            surface.flung(0);
    }

    function holding(): var {
        return surface.fingers.filter(finger => finger.grip);
    }

    // The middle of the two oldest fingers that hold, and their distance, 0 for only one.
    function middle(): var {
        const [a, b] = surface.holding();
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

    // A palm, a sleeve or a finger whose end was never told must not make a pinch of every drag;
    // nor must another visitor. So one that comes late or from afar holds only once it moves.
    function press(id: int, at: point) {
        const now = Date.now();
        for (const other of surface.fingers)
            other.grip = other.grip && now - other.since < surface.rest;
        const hand = other => !other.moved && surface.apart(other, at) <= surface.hand;
        const finger = {
            id: id,
            x: at.x,
            y: at.y,
            from: at,
            since: now,
            moved: false,
            grip: false,
            repeated: false
        };
        surface.fingers = surface.fingers.concat(finger);
        const holding = surface.holding();
        if (holding.every(hand))
            surface.take(finger);
        else if (holding.length === 1 && holding[0].moved)
            // What is left of a pinch, and can no longer tap, takes no tap from others.
            surface.spent = false;
    }

    function take(finger: var) {
        finger.grip = true;
        trail.forget();
        const held = surface.holding().length;
        if (held > 1) {
            surface.spent = true;
            taps.join();
            return;
        }
        const repeated = taps.begin(finger.x, finger.y);
        finger.repeated = repeated;
        surface.spent = repeated || surface.gliding;
        // The second half of a double tap leaves alone what the first has set in motion.
        if (!repeated)
            surface.seized();
    }

    function move(id: int, at: point) {
        const finger = surface.fingers.find(f => f.id === id);
        if (!finger || (finger.x === at.x && finger.y === at.y))
            return;
        const before = finger.grip ? surface.middle() : null;
        finger.x = at.x;
        finger.y = at.y;
        if (surface.apart(finger, finger.from) > Theme.slip) {
            finger.from = at;
            finger.since = Date.now();
            finger.moved = true;
        }
        if (before !== null)
            surface.follow(finger, before, surface.middle());
        else if (finger.moved)
            surface.take(finger);
    }

    function follow(finger: var, before: var, after: var) {
        if (finger.moved)
            taps.spoil();
        if (before.spread > 0) {
            surface.zoomed(after.spread / before.spread, after.x, after.x - before.x);
            return;
        }
        // A drag is nothing that a tap elsewhere could be mistaken for.
        if (finger.moved)
            surface.spent = false;
        if (after.x !== before.x && (finger.moved || !finger.repeated)) {
            trail.add(after.x);
            surface.dragged(after.x - before.x);
        }
    }

    function lift(id: int) {
        const finger = surface.fingers.find(f => f.id === id);
        surface.fingers = surface.fingers.filter(f => f.id !== id);
        if (!finger?.grip)
            return;
        // A finger that slips a little while it taps has thrown nothing.
        const speed = finger.moved ? trail.speed() : 0;
        trail.forget();
        if (surface.holding().length > 0)
            return;
        taps.end();
        surface.flung(speed);
    }

    function apart(one: var, other: var): real {
        return Math.hypot(one.x - other.x, one.y - other.y);
    }

    onEnabledChanged: forget()
    onWatchedChanged: if (!watched)
        forget()

    FingerTrail {
        id: trail
    }

    Taps {
        id: taps

        onDoubled: x => surface.doubleTapped(x)
        onPaired: x => surface.pairTapped(x)
    }

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
}
