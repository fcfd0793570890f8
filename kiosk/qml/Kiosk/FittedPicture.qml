import QtQuick

// A picture that fits into a frame, or is looked at from closer.
Image {
    required property Item frame
    required property real zoom

    width: frame.width
    height: frame.height
    scale: zoom
    fillMode: Image.PreserveAspectFit
    sourceSize: Qt.size(3840, 3840)
    asynchronous: true
    cache: false
    mipmap: true
}
