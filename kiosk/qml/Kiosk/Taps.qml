import QtQuick

// Tells a double tap, and a tap of two fingers, from all else that fingers do.
QtObject {
    id: taps

    // Milliseconds that a tap may last, and that may lie between the two of a double tap.
    readonly property int longest: 500
    readonly property int pause: 400

    // The touch that goes on: when and where it began, its fingers, whether it is still a tap.
    property var touch: null
    // The tap before it.
    property var last: null
    property double answeredAt: 0

    signal doubled(x: real)
    signal paired(x: real)

    function answered() {
        taps.answeredAt = Date.now();
    }

    function forget() {
        taps.touch = null;
        taps.last = null;
    }

    // A finger comes alone; true if it only repeats a tap that something has answered.
    function begin(x: real, y: real): bool {
        const now = Date.now();
        const last = taps.last;
        const near = last !== null && Math.hypot(x - last.x, y - last.y) < Theme.target;
        const again = near && now - last.ended < taps.pause;
        taps.touch = {
            began: again ? last.began : now,
            pressed: now,
            x: x,
            y: y,
            fingers: 1,
            still: true,
            again: again
        };
        return again && taps.answeredAt >= last.began;
    }

    // Another finger holds as well.
    function join() {
        if (taps.touch)
            taps.touch.fingers += 1;
    }

    // The touch is no tap any more.
    function spoil() {
        if (taps.touch)
            taps.touch.still = false;
    }

    // The last finger has left.
    function end() {
        const touch = taps.touch;
        const now = Date.now();
        taps.touch = null;
        taps.last = null;
        if (!touch || !touch.still || now - touch.pressed > taps.longest)
            return;
        if (touch.fingers === 2) {
            taps.paired(touch.x);
        } else if (touch.fingers === 1) {
            touch.ended = now;
            taps.last = touch;
            // What lies beneath may hear of the tap only after this.
            if (touch.again)
                Qt.callLater(taps.judge, touch);
        }
    }

    function judge(touch: var) {
        if (taps.answeredAt >= touch.began)
            return;
        taps.last = null;
        taps.doubled(touch.x);
    }
}
