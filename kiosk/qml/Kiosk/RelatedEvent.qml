import QtQuick

// An event in an article or a list, one touch away.
Item {
    id: link

    required property string key
    required property string title
    required property string titleMark
    required property string spoken
    required property string when
    required property url picture
    property int mostLines: 1000
    property color resting: Theme.raised

    signal touched(event: string)

    height: Math.max(Theme.target, words.implicitHeight + Theme.gap * 0.6)
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true
    activeFocusOnTab: true
    Accessible.role: Accessible.Link
    Accessible.name: `${spoken}. ${when}`
    Accessible.focusable: true
    Accessible.onPressAction: link.touched(link.key)
    Keys.onReturnPressed: link.touched(link.key)
    Keys.onSpacePressed: link.touched(link.key)

    Rectangle {
        anchors.fill: parent
        color: tap.pressed ? Theme.hairline : link.resting
        radius: Theme.line * 3
    }

    Image {
        id: still

        anchors.left: parent.left
        width: visible ? parent.height * 1.5 : 0
        height: parent.height
        visible: link.picture.toString() !== ""
        source: link.picture
        sourceSize: Qt.size(width, 0)
        fillMode: Image.PreserveAspectCrop
        asynchronous: true
    }

    Column {
        id: words

        anchors.left: still.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap * 0.7
        anchors.rightMargin: Theme.gap * 0.7
        anchors.verticalCenter: parent.verticalCenter

        MarkedText {
            width: parent.width
            height: implicitHeight
            language: link.titleMark
            text: link.when
            Accessible.ignored: true
        }

        PlainText {
            width: parent.width
            text: link.title
            font.family: Theme.serif
            font.weight: Font.DemiBold
            maximumLineCount: link.mostLines
            elide: link.mostLines < 1000 ? Text.ElideRight : Text.ElideNone
        }
    }

    FocusRing {
        shown: link.activeFocus && Keyboard.used
    }

    TapHandler {
        id: tap

        // Slow hands press long.
        longPressThreshold: 2
        onTapped: link.touched(link.key)
    }
}
