import QtQuick
import Kiosk

// What keys do on the timeline; held down they glide as long as they are held.
Item {
    id: keys

    required property TimelineMotion motion

    // Screens a second while an arrow is held.
    readonly property real pace: 0.9

    function wander(event: var, direction: int) {
        if (event.isAutoRepeat)
            motion.push(-direction * pace * motion.viewport);
        else
            motion.step(direction * 0.25);
    }

    function zoom(event: var, factor: real) {
        motion.zoomAbout(event.isAutoRepeat ? Math.sqrt(factor) : factor, motion.viewport / 2);
    }

    Keys.onPressed: event => {
        switch (event.key) {
        case Qt.Key_Left:
            wander(event, -1);
            break;
        case Qt.Key_Right:
            wander(event, 1);
            break;
        case Qt.Key_PageUp:
            motion.step(-0.8);
            break;
        case Qt.Key_PageDown:
            motion.step(0.8);
            break;
        case Qt.Key_Plus:
        case Qt.Key_Equal:
            zoom(event, 1.6);
            break;
        case Qt.Key_Minus:
            zoom(event, 1 / 1.6);
            break;
        case Qt.Key_Home:
            motion.travel(motion.lowest, motion.length);
            break;
        case Qt.Key_End:
            motion.travel(motion.highest, motion.length);
            break;
        default:
            return;
        }
        event.accepted = true;
    }
    Keys.onReleased: event => {
        if (!event.isAutoRepeat && motion.pushed)
            motion.stop();
    }
}
