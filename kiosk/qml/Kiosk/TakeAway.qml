import QtQuick
import QtQuick.Shapes
import Kiosk

// The article's address as a code for phones: dark on light on any ground, or few would read it.
Item {
    id: offer

    required property FactsView facts
    required property var texts

    // Whole pixels keep its squares sharp; with the least size of a square, long addresses grow.
    readonly property int square: Math.ceil(Math.max(1.2, 30 / (modules - 8)) * Theme.pixelsPerMm)
    readonly property int modules: Math.max(9, facts.codeModules)
    readonly property bool beside: width - code.width > Theme.small * 13

    height: beside ? Math.max(code.height, words.height) : words.y + words.height

    Rectangle {
        id: code

        x: Theme.mirrored ? offer.width - width : 0
        width: offer.square * offer.modules
        height: width
        color: Theme.paper
        Accessible.role: Accessible.Graphic
        Accessible.name: (offer.texts.take_away_code ?? "").arg(offer.facts.address)

        Shape {
            width: offer.modules
            height: offer.modules
            scale: offer.square
            transformOrigin: Item.TopLeft

            ShapePath {
                fillColor: Theme.ink
                strokeWidth: -1

                PathSvg {
                    path: offer.facts.codeOutline
                }
            }
        }
    }

    Column {
        id: words

        x: offer.beside && !Theme.mirrored ? code.width + Theme.gap : 0
        y: offer.beside ? Math.max(0, code.height - height) / 2 : code.height + Theme.gap * 0.6
        width: offer.width - (offer.beside ? code.width + Theme.gap : 0)
        spacing: Theme.gap * 0.5

        PlainText {
            width: parent.width
            text: offer.texts.take_away_more ?? ""
            font.family: Theme.reading
        }

        AddressText {
            width: parent.width
            address: offer.facts.address
            font.weight: Font.DemiBold
        }
    }
}
