pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The column of an article, from its picture down to its sources.
Column {
    id: page

    required property KioskView kiosk
    required property real side

    readonly property ArticleView article: kiosk.article
    readonly property FactsView facts: article.facts
    readonly property var texts: kiosk.texts
    readonly property real column: width - 2 * side

    spacing: Theme.gap

    Figure {
        width: parent.width
        visible: page.article.hasHero
        frameHeight: Math.min(width * 0.56, Theme.shortSide * 0.5)
        picture: page.article.hero
        kind: page.article.heroKind
        alt: page.article.heroAlt
        texts: page.texts
        onTouched: page.kiosk.openMedium(0)
    }

    Column {
        x: page.side
        width: page.column
        topPadding: page.article.hasHero ? 0 : Theme.margin
        spacing: Theme.gap * 0.5

        PlainText {
            width: parent.width
            visible: page.facts.draft
            text: page.texts.draft_more ?? ""
            color: Theme.accent
            font.pixelSize: Theme.small
        }

        MarkedText {
            width: parent.width
            language: page.article.textMark === "" ? page.article.titleMark : ""
            text: [page.article.when, page.facts.place].filter(part => part !== "").join("  ·  ")
            color: Theme.accent
            weight: Font.DemiBold
        }

        PlainText {
            width: parent.width
            text: page.article.title
            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: Theme.display
            lineHeight: 1.02
            wrapMode: Text.WordWrap
            Accessible.role: Accessible.Heading
            Accessible.name: page.article.spokenTitle
        }

        PlainText {
            width: parent.width
            visible: text !== ""
            text: page.article.summary
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            color: Theme.quiet
            font.family: Theme.reading
            font.pixelSize: Theme.heading
            lineHeight: 1.2
        }

        MarkedText {
            width: parent.width
            visible: text !== ""
            language: page.article.textMark
            text: page.article.notTranslated
        }

        TopicWords {
            width: parent.width
            facts: page.facts
            texts: page.texts
        }

        PlainText {
            width: parent.width
            visible: page.article.minutes > 0
            text: (page.texts.reading_time ?? "").arg(page.article.minutes)
            color: Theme.quiet
            font.pixelSize: Theme.small
        }
    }

    Repeater {
        model: page.article.blocks

        ArticleBlock {
            x: page.side
            width: page.column
            texts: page.texts
            mirrored: page.article.rightToLeft
            onLinked: target => page.kiosk.openEvent(target)
            onMediumTouched: number => page.kiosk.openMedium(number)
        }
    }

    SectionTitle {
        x: page.side
        width: page.column
        visible: gallery.count > 1
        text: page.texts.gallery ?? ""
    }

    ListView {
        id: gallery

        x: page.side
        width: page.width - page.side
        height: visible ? Theme.base * 9.5 : 0
        visible: count > 1
        orientation: ListView.Horizontal
        layoutDirection: Theme.mirrored ? Qt.RightToLeft : Qt.LeftToRight
        spacing: Theme.gap
        rightMargin: page.side
        model: page.article.gallery
        delegate: GalleryItem {
            height: gallery.height
            texts: page.texts
            onTouched: number => page.kiosk.openMedium(number)
        }
    }

    SectionTitle {
        x: page.side
        width: page.column
        visible: about.stands
        text: page.texts.about_event ?? ""
    }

    EventFacts {
        id: about
        objectName: "facts"

        x: page.side
        width: page.column
        visible: stands
        facts: page.facts
        colour: page.article.colour
        texts: page.texts
    }

    EventLinks {
        x: page.side
        width: page.column
        title: page.texts.related ?? ""
        links: page.article.related
        onTouched: event => page.kiosk.openEvent(event)
    }

    EventLinks {
        x: page.side
        width: page.column
        title: page.texts.meanwhile ?? ""
        links: page.article.meanwhile
        onTouched: event => page.kiosk.openEvent(event)
    }

    SectionTitle {
        x: page.side
        width: page.column
        visible: sources.count > 0
        text: page.texts.sources ?? ""
    }

    Column {
        x: page.side
        width: page.column
        spacing: Theme.gap * 0.35

        Repeater {
            id: sources

            model: page.article.sources

            SourceLine {
                width: page.column
            }
        }
    }

    SectionTitle {
        x: page.side
        width: page.column
        visible: takeAway.visible
        text: page.texts.take_away ?? ""
    }

    TakeAway {
        id: takeAway

        x: page.side
        width: page.column
        visible: page.facts.address !== ""
        facts: page.facts
        texts: page.texts
    }
}
