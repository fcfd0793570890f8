import QtQuick
import QtMultimedia

// A player that says how it is: moving on, ended, stalled or failed. Nothing it does can block.
Item {
    id: playback

    required property url source
    required property bool loops
    required property real volume

    property alias videoOutput: player.videoOutput
    property bool failed: source.toString() === ""
    property bool passed: false
    readonly property bool playing: player.playbackState === MediaPlayer.PlayingState
    readonly property bool ended: player.mediaStatus === MediaPlayer.EndOfMedia
    readonly property real position: player.position
    readonly property real duration: player.duration

    signal sought(milliseconds: real)
    signal movedOn(secondsLeft: real)
    signal halted

    // Plays, pauses, or at the end begins again.
    function toggle() {
        if (playing) {
            player.pause();
            return;
        }
        if (ended)
            seek(0);
        player.play();
    }

    function seek(milliseconds: real) {
        const end = Math.max(0, duration - 50);
        player.position = Math.round(Math.max(0, Math.min(end, milliseconds)));
        playback.sought(player.position);
    }

    function giveUp() {
        playback.failed = true;
        player.stop();
        playback.halted();
    }

    onSourceChanged: {
        failed = source.toString() === "";
        passed = false;
        watch.last = -1;
        patience.restart();
    }
    Component.onDestruction: player.stop()

    MediaPlayer {
        id: player

        source: playback.source
        loops: playback.loops ? MediaPlayer.Infinite : 1
        audioOutput: AudioOutput {
            volume: playback.volume
        }
        // Not from the outside, where it may not be known yet that another one follows at once.
        onSourceChanged: if (source.toString() !== "")
            play()
        onErrorOccurred: playback.giveUp()
        onPlaybackStateChanged: if (playbackState !== MediaPlayer.PlayingState)
            playback.halted()
    }

    // A file may load for ever, e.g. a pipe or a dying disk.
    Timer {
        id: patience

        interval: 8000
        running: true
        onTriggered: {
            const paused = player.playbackState === MediaPlayer.PausedState;
            if (player.position === 0 && !playback.ended && !playback.failed && !paused)
                playback.giveUp();
        }
    }

    Timer {
        id: watch

        property real last: -1

        interval: 1000
        repeat: true
        running: playback.playing
        onTriggered: {
            const now = player.position;
            if (now < last)
                playback.passed = true;
            if (now === last || playback.passed)
                playback.halted();
            else
                playback.movedOn(Math.max(0, player.duration - now) / 1000);
            last = now;
        }
    }
}
