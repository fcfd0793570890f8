import QtQuick
import Kiosk

// When and where on the larger map: the era that holds the event, and its place.
Column {
    id: block

    required property FactsView facts
    required property string colour
    required property var texts

    readonly property bool stands: facts.eraTitle !== "" || facts.coordinates !== ""

    spacing: Theme.gap * 0.8
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Item {
        visible: block.facts.eraTitle !== ""
        width: parent.width
        height: era.height

        Rectangle {
            anchors.left: parent.left
            width: Theme.stem
            height: parent.height
            color: block.colour === "" ? Theme.noEra : block.colour
        }

        FactText {
            id: era

            anchors.left: parent.left
            anchors.leftMargin: Theme.stem + Theme.gap * 0.7
            anchors.right: parent.right
            label: block.texts.era ?? ""
            title: block.facts.eraTitle
            more: block.facts.eraSummary
        }
    }

    Item {
        visible: block.facts.coordinates !== ""
        width: parent.width
        height: place.height

        Rectangle {
            anchors.left: parent.left
            width: Theme.stem
            height: parent.height
            color: Theme.hairline
        }

        FactText {
            id: place

            anchors.left: parent.left
            anchors.leftMargin: Theme.stem + Theme.gap * 0.7
            anchors.right: parent.right
            label: block.texts.place ?? ""
            title: block.facts.place
            more: block.facts.coordinates
        }
    }

    LocatorMap {
        objectName: "locatorMap"
        visible: block.facts.coordinates !== ""
        width: parent.width
        height: Math.round(width * 0.55)
        facts: block.facts
        family: Theme.sans
        textSize: Theme.small
        colors: ({
                sea: Theme.ground,
                land: Theme.lit(0.14),
                ink: Theme.text,
                quiet: Theme.quiet,
                mark: Theme.accent
            })
        Accessible.role: Accessible.Graphic
        Accessible.name: (block.texts.map ?? "").arg(block.facts.place)
    }
}
