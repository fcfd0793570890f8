import QtQuick

// How this visitor wants films and sounds; the next one begins anew.
QtObject {
    readonly property real usualVolume: 0.6

    property real volume: usualVolume
    property bool captions: true
    property bool signed: false
    property bool described: false

    function forget() {
        volume = usualVolume;
        captions = true;
        signed = false;
        described = false;
    }
}
