import QtQuick

// The year as ornament: huge, hardly there, and always right.
PlainText {
    required property real largest

    color: Theme.ghost
    font.family: Theme.serif
    font.weight: Font.Bold
    font.pixelSize: largest
    fontSizeMode: Text.HorizontalFit
    minimumPixelSize: Theme.small
    horizontalAlignment: Text.AlignRight
    font.features: ({
            "lnum": 1,
            "tnum": 1
        })
    wrapMode: Text.NoWrap
}
