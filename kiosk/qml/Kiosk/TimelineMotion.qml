import QtQuick

// How the view moves: what a finger asks for, inertia, the elastic ends, and journeys.
// `centre` is the unit in the middle of the viewport, `length` the pixels of the whole timeline.
Item {
    id: motion

    required property real viewport
    required property real leftAir
    required property real rightAir
    required property real longest
    required property real validFirst
    required property real validLast
    required property real validShort
    required property real validLong
    required property real yearFirst
    required property real yearLast

    property real centre: 0.5
    property real length: 1000
    property real velocity: 0
    // It glides because a key is held.
    property bool pushed: false
    // Nobody has moved the view yet, so it keeps showing everything whatever the size.
    property bool home: true
    // A hand has moved the view since it was last remembered.
    property bool handled: false
    property var remembered: null

    readonly property real shortest: Math.max(1, viewport - leftAir - rightAir)
    readonly property real most: Math.max(shortest * 1.5, longest)
    readonly property real homeCentre: (viewport / 2 - leftAir) / shortest
    // Too fast for the eye to follow what it touches: more than 20 mm a second.
    readonly property bool gliding: glide.running && Math.abs(velocity) > Theme.target
    readonly property real lowest: low(length)
    readonly property real highest: high(length)

    // A hand, a key or a journey ends whatever went on.
    signal interrupted
    signal leftWindow
    signal leftYear

    // At home the ends stand at the edges; further in, each end may come to the middle.
    function low(length: real): real {
        const air = Math.min(viewport / 2, leftAir + Math.max(0, length - shortest) / 2);
        return (viewport / 2 - air) / length;
    }

    function high(length: real): real {
        const air = Math.min(viewport / 2, rightAir + Math.max(0, length - shortest) / 2);
        return 1 - (viewport / 2 - air) / length;
    }

    function bounded(wanted: real): real {
        return Math.max(lowest, Math.min(highest, wanted));
    }

    function stop() {
        interrupted();
        glide.running = false;
        journey.stop();
        velocity = 0;
        pushed = false;
    }

    function goHome() {
        stop();
        home = true;
        length = shortest;
        centre = homeCentre;
    }

    // Keeps the view for the return from an article that is opened for `event`.
    function remember(event: string) {
        handled = false;
        remembered = {
            event: event,
            home: home,
            centre: centre,
            length: length
        };
        home = false;
    }

    // Back to the view that was kept, unless the visitor has moved on since.
    function recall(event: string) {
        if (remembered === null || handled || remembered.event !== event)
            return;
        const to = remembered;
        travel(to.home ? homeCentre : to.centre, to.home ? shortest : to.length);
        remembered = null;
    }

    function drag(pixels: real) {
        home = false;
        handled = true;
        journey.stop();
        const outside = centre < lowest || centre > highest;
        centre -= pixels / length * (outside ? 0.35 : 1);
    }

    // Changes the length and keeps what is under `x` there; what is pulled beyond an end stays so.
    function zoomAt(factor: real, x: real) {
        const beyond = Math.abs(centre - bounded(centre)) * length;
        const wanted = Math.max(shortest, Math.min(most, length * factor));
        const held = centre + (x - viewport / 2) / length;
        home = false;
        handled = true;
        journey.stop();
        length = wanted;
        const air = beyond / wanted;
        const there = held - (x - viewport / 2) / wanted;
        centre = Math.max(lowest - air, Math.min(highest + air, there));
    }

    function zoomAbout(factor: real, x: real) {
        stop();
        handled = true;
        const wanted = Math.max(shortest, Math.min(most, length * factor));
        const held = centre + (x - viewport / 2) / length;
        travel(held - (x - viewport / 2) / wanted, wanted);
    }

    // Goes on from where it is already going, `screens` further.
    function step(screens: real) {
        const from = journey.running ? journey.toCentre : centre;
        handled = true;
        travel(from + screens * viewport / length, length);
    }

    // A steady push, to be repeated as long as it lasts.
    function push(speed: real) {
        journey.stop();
        handled = true;
        home = false;
        velocity = speed;
        pushed = true;
        glide.running = true;
    }

    // A wheel has nothing to let go with, so it ends at the ends.
    function roll(pixels: real) {
        stop();
        drag(pixels);
        centre = bounded(centre);
    }

    // What the same touch has set in motion, as a tap on a cluster does, goes on.
    function fling(speed: real) {
        if (journey.running)
            return;
        if (centre < lowest || centre > highest) {
            travel(bounded(centre), length);
        } else if (Math.abs(speed) > 60) {
            velocity = speed;
            glide.running = true;
        }
    }

    function travel(toCentre: real, toLength: real) {
        stop();
        journey.fromCentre = centre;
        journey.fromLength = length;
        journey.toLength = Math.max(shortest, Math.min(most, toLength));
        const highest = high(journey.toLength);
        journey.toCentre = Math.max(low(journey.toLength), Math.min(highest, toCentre));
        home = journey.toLength <= shortest;
        journey.start();
    }

    function watch() {
        if (centre < validFirst || centre > validLast || length < validShort || length >= validLong)
            leftWindow();
        else if (centre < yearFirst || centre > yearLast)
            leftYear();
    }

    onCentreChanged: watch()
    onLengthChanged: watch()
    // Something else may have been loaded, and named, about where one was a moment ago.
    onYearFirstChanged: Qt.callLater(watch)
    onYearLastChanged: Qt.callLater(watch)
    onShortestChanged: if (length < shortest || !journey.running)
        Qt.callLater(settle)

    function settle() {
        if (home && !journey.running) {
            goHome();
            return;
        }
        if (length < shortest)
            length = shortest;
        centre = bounded(centre);
    }

    FrameAnimation {
        id: glide

        running: false
        onTriggered: {
            const seconds = Math.min(0.05, frameTime);
            const before = motion.centre;
            motion.centre = motion.bounded(before - motion.velocity * seconds / motion.length);
            motion.velocity *= Math.exp(-seconds * 2.6);
            if (Math.abs(motion.velocity) < 24 || motion.centre === before)
                running = false;
        }
    }

    NumberAnimation {
        id: journey

        property real fromCentre
        property real toCentre
        property real fromLength
        property real toLength

        target: pilot
        property: "progress"
        from: 0
        to: 1
        duration: Theme.calm + 60
        easing.type: Easing.OutCubic
    }

    QtObject {
        id: pilot

        property real progress: 0

        // Zooming keeps one point still; the path goes straight there in what the eye sees.
        onProgressChanged: {
            const from = journey.fromLength;
            const to = journey.toLength;
            const ratio = from / to;
            if (Math.abs(1 - ratio) < 1e-4) {
                const way = journey.toCentre - journey.fromCentre;
                motion.centre = journey.fromCentre + way * progress;
                return;
            }
            const length = from * Math.pow(to / from, progress);
            const still = (journey.toCentre - journey.fromCentre * ratio) / (1 - ratio);
            motion.length = length;
            motion.centre = still + (journey.fromCentre - still) * from / length;
        }
    }
}
