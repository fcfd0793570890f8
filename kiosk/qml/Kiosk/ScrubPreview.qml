import QtQuick
import Kiosk

// What is at the place that the finger points to: a small still, where there are any, and the time.
Rectangle {
    id: preview

    required property ViewerView viewer
    required property real share
    required property string time

    readonly property int count: viewer.stillsCount
    readonly property int across: viewer.stillsAcross
    readonly property int number: Math.min(count - 1, Math.floor(share * count))

    width: (count > 0 ? still.width : words.width) + Theme.gap / 2
    height: (count > 0 ? still.height : 0) + words.height + Theme.gap / 2
    color: Theme.ground
    border.color: Theme.hairline
    border.width: Theme.line
    radius: Theme.line * 3

    Item {
        id: still

        readonly property real side: Theme.target * 3.4

        visible: preview.count > 0
        x: Theme.gap / 4
        y: Theme.gap / 4
        width: Math.round(preview.viewer.ratio > 1 ? side : side * preview.viewer.ratio)
        height: Math.round(width / preview.viewer.ratio)
        clip: true

        Image {
            x: -still.width * (preview.number % preview.across)
            y: -still.height * Math.floor(preview.number / preview.across)
            width: still.width * preview.across
            height: still.height * Math.ceil(preview.count / preview.across)
            source: preview.viewer.stills
            asynchronous: true
            cache: false
        }
    }

    PlainText {
        id: words

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap / 8
        text: preview.time
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        font.features: ({
                "tnum": 1
            })
    }
}
