import QtQuick

// A picture, or the still of a film or sound, with what is said about it; touched, it opens.
Column {
    id: figure

    required property url picture
    required property string kind
    required property string alt
    required property var texts
    property string caption: ""
    property string captionMark: ""
    property string credit: ""
    property real frameHeight: width * 0.56

    readonly property bool bare: picture.toString() === ""
    // Of a document without a picture there is only to say what it is.
    readonly property bool document: kind === "document" && bare
    readonly property bool missing: document || (kind === "image" && bare)
    readonly property string invitation: texts[Theme.invitations[kind] ?? "look_closer"] ?? ""

    signal touched

    spacing: Theme.gap * 0.4

    Item {
        width: parent.width
        height: figure.missing ? placeholder.implicitHeight : figure.frameHeight
        enabled: !figure.missing
        activeFocusOnTab: enabled && figure.visible
        Accessible.role: Accessible.Button
        Accessible.name: `${figure.invitation}. ${figure.alt}`
        Accessible.focusable: true
        Accessible.onPressAction: figure.touched()
        Keys.onReturnPressed: figure.touched()
        Keys.onSpacePressed: figure.touched()

        Rectangle {
            anchors.fill: parent
            color: Theme.raised
        }

        Image {
            anchors.fill: parent
            source: figure.picture
            sourceSize: Qt.size(width, 0)
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            opacity: tap.pressed ? 0.75 : 1
        }

        MediaBadge {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.gap * 0.6
            visible: !figure.missing
            icon: Theme.signs[figure.kind] ?? "look"
            text: figure.invitation
        }

        Placeholder {
            id: placeholder

            anchors.fill: parent
            visible: figure.missing
            icon: figure.document ? "document" : "image"
            message: figure.texts[figure.document ? "document" : "missing_image"] ?? ""
            alt: figure.alt
        }

        FocusRing {
            shown: parent.activeFocus && Keyboard.used
        }

        TapHandler {
            id: tap

            onTapped: figure.touched()
        }
    }

    MarkedText {
        width: parent.width
        visible: text !== ""
        language: figure.captionMark
        text: figure.caption
    }

    PlainText {
        width: parent.width
        visible: text !== ""
        text: figure.credit
        color: Theme.quiet
        font.pixelSize: Theme.small
        font.italic: true
    }
}
