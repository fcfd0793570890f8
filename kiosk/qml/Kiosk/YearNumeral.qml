pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The year as ornament: huge, hardly there, and always right.
Loader {
    id: numeral

    required property string text
    // Painted once and copied; only without a GPU, whose render thread must not wait for Python.
    required property bool painted

    sourceComponent: painted ? painter : letters

    Component {
        id: painter

        OrnamentPainter {
            text: numeral.text
            family: Theme.serif
            color: Theme.ghost
            fillColor: Theme.ground
        }
    }

    Component {
        id: letters

        PlainText {
            text: numeral.text
            color: Theme.ghost
            font.family: Theme.serif
            font.weight: Font.Bold
            font.pixelSize: Math.max(1, numeral.height)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.small
            horizontalAlignment: Text.AlignRight
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
