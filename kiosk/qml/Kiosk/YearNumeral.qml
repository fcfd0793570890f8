import QtQuick
import Kiosk

// The year as ornament: huge, hardly there, and always right.
OrnamentPainter {
    family: Theme.serif
    color: Theme.ghost
    fillColor: Theme.ground
}
