pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk

// One article: picture, title, text, gallery, related events and sources, with its own way on.
FocusScope {
    id: panel

    required property KioskView kiosk

    readonly property ArticleView article: kiosk.article
    readonly property var texts: kiosk.texts
    readonly property real measure: Theme.measure * Math.max(1, Theme.body / Theme.base * 0.86)
    readonly property real side: Math.max(Theme.margin, (width - measure) / 2)

    Accessible.role: Accessible.Pane
    Accessible.name: article.title

    // At either end there is no neighbour to name.
    function wayTo(pattern: string, title: string, otherwise: string): string {
        return title === "" ? otherwise : pattern.arg(title);
    }

    function toTop() {
        pages.contentY = 0;
    }

    Connections {
        target: panel.article

        function onOpened() {
            panel.toTop();
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
    }

    Rectangle {
        width: parent.width
        height: Theme.line
        color: Theme.hairline
    }

    Rectangle {
        width: Theme.stem
        height: parent.height
        color: panel.article.colour === "" ? Theme.noEra : panel.article.colour
    }

    Flickable {
        id: pages
        objectName: "pages"

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: footer.top
        anchors.leftMargin: Theme.stem
        contentWidth: width
        contentHeight: text.height + Theme.gap * 2
        clip: true
        boundsBehavior: Flickable.DragOverBounds
        flickDeceleration: 2400
        visible: panel.article.notice === ""

        ArticleText {
            id: text

            width: pages.width
            side: panel.side
            kiosk: panel.kiosk
        }
    }

    // How far one has read.
    Rectangle {
        readonly property real reach: pages.contentHeight - pages.height

        visible: pages.visible && reach > 0
        anchors.top: footer.top
        x: Theme.stem
        z: 1
        height: Theme.stem
        width: (parent.width - x) * Math.max(0, Math.min(1, pages.contentY / reach))
        color: Theme.accent
    }

    SensitiveNotice {
        anchors.fill: pages
        visible: panel.article.notice !== ""
        kiosk: panel.kiosk
        side: panel.side
    }

    Rectangle {
        id: footer

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.stem
        height: buttons.implicitHeight + Theme.gap
        color: Theme.ground

        Rectangle {
            width: parent.width
            height: Theme.line
            color: Theme.hairline
        }

        RowLayout {
            id: buttons

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            PushButton {
                readonly property string label: panel.texts.previous ?? ""
                readonly property string pattern: panel.texts.previous_event ?? ""

                enabled: panel.article.previousEvent !== ""
                icon: "previous"
                text: label
                name: panel.wayTo(pattern, panel.article.previousTitle, label)
                onClicked: panel.kiosk.openEvent(panel.article.previousEvent)
            }

            PushButton {
                readonly property string label: panel.texts.next ?? ""
                readonly property string pattern: panel.texts.next_event ?? ""

                enabled: panel.article.nextEvent !== ""
                icon: "next"
                iconAfter: true
                text: label
                name: panel.wayTo(pattern, panel.article.nextTitle, label)
                onClicked: panel.kiosk.openEvent(panel.article.nextEvent)
            }

            Item {
                Layout.fillWidth: true
            }

            PushButton {
                primary: true
                icon: "close"
                text: panel.kiosk.texts.close ?? ""
                name: panel.kiosk.texts.close_article ?? ""
                onClicked: panel.article.close()
            }
        }
    }

    // Keeps what the keyboard has reached in sight.
    function reveal(item: Item) {
        let above = item;
        while (above && above !== text)
            above = above.parent;
        if (!above)
            return;
        const top = item.mapToItem(text, 0, 0).y - Theme.gap;
        const bottom = top + item.height + 2 * Theme.gap;
        if (top < pages.contentY || bottom > pages.contentY + pages.height)
            pages.contentY = Math.max(0, Math.min(top, pages.contentHeight - pages.height));
    }

    readonly property Item focused: Window.activeFocusItem

    onFocusedChanged: if (focused && Keyboard.used)
        panel.reveal(focused)

    function turn(share: real) {
        const last = Math.max(0, pages.contentHeight - pages.height);
        pages.contentY = Math.max(0, Math.min(last, pages.contentY + pages.height * share));
    }

    Keys.onUpPressed: pages.flick(0, 1200)
    Keys.onDownPressed: pages.flick(0, -1200)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_PageDown)
            panel.turn(0.85);
        else if (event.key === Qt.Key_PageUp)
            panel.turn(-0.85);
        else
            return;
        event.accepted = true;
    }
}
