import QtQuick

// Where a finger has been in the last moments, which says how fast it was when it let go.
QtObject {
    id: trail

    readonly property int milliseconds: 90
    property var steps: []

    function forget() {
        trail.steps = [];
    }

    function add(x: real) {
        const now = Date.now();
        const recent = trail.steps.filter(step => now - step.time <= trail.milliseconds);
        trail.steps = recent.concat({
            time: now,
            x: x
        });
    }

    // Pixels a second; none when the finger rested before it let go.
    function speed(): real {
        const last = trail.steps[trail.steps.length - 1];
        if (trail.steps.length < 2 || Date.now() - last.time > trail.milliseconds)
            return 0;
        const first = trail.steps[0];
        return (last.x - first.x) / Math.max(8, last.time - first.time) * 1000;
    }
}
