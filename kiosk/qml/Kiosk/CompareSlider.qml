import QtQuick

// The border between two pictures of one view, with a handle; each picture has its words.
Item {
    id: slider

    required property string before
    required property string after
    required property var texts

    // Where the border is, from the left edge of the pictures, 0, to the right one, 1.
    property real split: 0.5
    // The pictures' edges, in pixels of this item; they may lie outside.
    required property real start
    required property real length

    readonly property real border: Math.max(0, Math.min(width, start + split * length))

    function moveTo(x: real) {
        split = Math.max(0, Math.min(1, (x - start) / length));
    }

    function step(by: real) {
        split = Math.max(0, Math.min(1, split + by));
    }

    Rectangle {
        x: slider.border - width / 2
        width: Theme.stem
        height: parent.height
        color: Theme.accent
    }

    PictureWord {
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.margins: Theme.gap * 0.6
        text: slider.before
        visible: text !== "" && slider.border > x + width
    }

    PictureWord {
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: Theme.gap * 0.6
        text: slider.after
        visible: text !== "" && slider.border < x
    }

    Item {
        id: handle

        x: slider.border - width / 2
        y: (slider.height - height) / 2
        width: Theme.target
        height: Theme.target
        activeFocusOnTab: slider.visible
        Accessible.role: Accessible.Slider
        Accessible.name: (slider.texts.compare ?? "").arg(slider.before).arg(slider.after)
        Accessible.focusable: true
        Accessible.onIncreaseAction: slider.step(0.1)
        Accessible.onDecreaseAction: slider.step(-0.1)
        Keys.onLeftPressed: slider.step(-0.05)
        Keys.onRightPressed: slider.step(0.05)

        Rectangle {
            anchors.centerIn: parent
            width: Math.round(Theme.target * 0.8)
            height: width
            radius: width / 2
            color: drag.active ? Theme.text : Theme.accent
        }

        Row {
            anchors.centerIn: parent

            Repeater {
                model: ["previous", "next"]

                Image {
                    required property string modelData

                    width: Math.round(Theme.body * 0.95)
                    height: width
                    sourceSize: Qt.size(width, height)
                    source: Theme.icon(modelData, true)
                }
            }
        }

        FocusRing {
            radius: width / 2
            shown: handle.activeFocus && Keyboard.used
        }

        DragHandler {
            id: drag

            target: null
            yAxis.enabled: false
            dragThreshold: 0
            onCentroidChanged: if (active)
                slider.moveTo(handle.mapToItem(slider, centroid.position).x)
        }
    }
}
