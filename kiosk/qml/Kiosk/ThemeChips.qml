pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The themes to filter by, each with how many events it has; the first shows all again.
Flow {
    id: chips

    required property ThemesView themes
    required property var texts

    spacing: Theme.gap

    PushButton {
        size: Theme.control
        text: chips.texts.all_themes ?? ""
        checked: chips.themes.chosenWords === ""
        onClicked: chips.themes.clear()
    }

    Repeater {
        model: chips.themes.rows

        PushButton {
            required property string key
            required property string title
            required property string sign
            required property int count
            required property url file
            required property bool chosen

            size: Theme.control
            longest: chips.width - 4 * Theme.target
            text: title
            icon: sign
            picture: file
            number: count
            name: (chips.texts.theme_count ?? "").arg(title).arg(count)
            checked: chosen
            toggles: true
            onClicked: chips.themes.toggle(key)
        }
    }
}
