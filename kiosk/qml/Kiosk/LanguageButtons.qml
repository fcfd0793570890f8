pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// Each language by its own name. Absent where there is only one.
Row {
    id: languages

    required property KioskView kiosk

    property real size: Theme.small

    signal chosen(language: string)

    spacing: Theme.gap / 2
    visible: kiosk.languages.length > 1

    Repeater {
        model: languages.kiosk.languages

        PushButton {
            required property var modelData

            text: modelData.name
            size: languages.size
            checked: modelData.code === languages.kiosk.language
            onClicked: languages.chosen(modelData.code)
        }
    }
}
