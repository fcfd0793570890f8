import QtQuick
import QtMultimedia
import Kiosk

// A second film or sound that goes along with the one that leads, and is never far from it.
Item {
    id: companion

    required property Playback lead
    required property url source
    // Null for what is only seen.
    property AudioOutput audioOutput: null
    property alias videoOutput: player.videoOutput

    property bool failed: false
    readonly property bool present: !failed && player.mediaStatus >= MediaPlayer.LoadedMedia

    // What is further off jumps, what is nearer hurries or waits, and so close nobody notices.
    readonly property real far: 1500
    readonly property real close: 80

    onSourceChanged: failed = false

    function follow() {
        if (failed)
            return;
        if (lead.playing && player.playbackState !== MediaPlayer.PlayingState)
            player.play();
        else if (!lead.playing && player.playbackState === MediaPlayer.PlayingState)
            player.pause();
        const behind = lead.position - player.position;
        if (Math.abs(behind) > far || !lead.playing && Math.abs(behind) > close)
            player.position = lead.position;
        const hurry = Math.abs(behind) < close ? 0 : behind / 2000;
        player.playbackRate = 1 + Math.max(-0.1, Math.min(0.1, hurry));
    }

    MediaPlayer {
        id: player

        source: companion.source
        audioOutput: companion.audioOutput
        onErrorOccurred: {
            companion.failed = true;
            stop();
        }
        onMediaStatusChanged: if (mediaStatus === MediaPlayer.LoadedMedia) {
            position = companion.lead.position;
            companion.follow();
        }
    }

    Connections {
        target: companion.lead

        function onPlayingChanged() {
            companion.follow();
        }

        function onSought(milliseconds: real) {
            player.position = milliseconds;
        }
    }

    Timer {
        interval: 400
        repeat: true
        running: companion.lead.playing && !companion.failed
        onTriggered: companion.follow()
    }

    Component.onDestruction: player.stop()
}
