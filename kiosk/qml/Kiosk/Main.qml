pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Kiosk

// The window: the visitor's stage and, for curators, the problems beside it.
Window {
    id: window

    required property KioskView kiosk
    required property string iconFolder
    required property size windowSize
    // The screen's diagonal in millimetres; nonsense from the screen itself is replaced before.
    required property real diagonalMm

    property bool problemsHidden: false
    readonly property bool problemsWanted: kiosk.windowed && !problemsHidden
    readonly property bool problemsShown: problemsWanted && kiosk.problems.worthShowing
    readonly property real panelWidth: problemsShown ? Math.min(440, width * 0.26) : 0

    width: windowSize.width
    height: windowSize.height
    minimumWidth: 320
    minimumHeight: 240
    color: Theme.ground
    title: kiosk.title

    onClosing: close => close.accepted = kiosk.windowed

    Binding {
        target: Theme
        property: "shortSide"
        value: Math.min(stage.width, stage.height)
    }

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: Math.hypot(stage.width, stage.height) / window.diagonalMm
    }

    Binding {
        target: Theme
        property: "textStep"
        value: window.kiosk.textStep
    }

    Binding {
        target: Theme
        property: "mirrored"
        value: window.kiosk.rightToLeft
    }

    Binding {
        target: Theme
        property: "edge"
        value: window.kiosk.painted ? 0.1 : 0
    }

    Binding {
        target: Theme
        property: "iconFolder"
        value: window.iconFolder
    }

    Binding {
        target: Theme
        property: "ground"
        value: window.kiosk.ground
        when: window.kiosk.ground !== ""
    }

    Binding {
        target: Theme
        property: "accent"
        value: window.kiosk.accent
        when: window.kiosk.accent !== ""
    }

    Binding {
        target: Theme
        property: "headingFont"
        value: window.kiosk.typefaces.heading
    }

    Binding {
        target: Theme
        property: "bodyFont"
        value: window.kiosk.typefaces.body
    }

    Binding {
        target: Theme
        property: "capitals"
        value: window.kiosk.typefaces.capitals
    }

    Binding {
        target: Keyboard
        property: "used"
        value: window.kiosk.keyboardUsed
    }

    Connections {
        target: window.kiosk

        function onVisitEnded() {
            (exploration.item as Exploration)?.forget();
        }

        function onPhaseChanged() {
            if (window.kiosk.phase === "exploring")
                (exploration.item as Exploration)?.focusTimeline();
        }
    }

    FocusScope {
        id: stage

        readonly property bool wide: width > height * 1.1

        width: window.width - window.panelWidth
        height: window.height
        clip: true
        focus: true

        Keys.onPressed: event => {
            const control = event.modifiers & Qt.ControlModifier;
            if (event.key === Qt.Key_Escape || event.key === Qt.Key_Back)
                window.kiosk.goBack();
            else if (window.kiosk.windowed && control && event.key === Qt.Key_Q)
                Qt.quit();
            else if (window.kiosk.windowed && event.key === Qt.Key_F2)
                window.problemsHidden = !window.problemsHidden;
            else if (window.kiosk.phase === "attract" && event.text !== "")
                window.kiosk.begin("");
            event.accepted = true;
        }

        Loader {
            id: exploration

            anchors.fill: parent
            active: window.kiosk.ready
            visible: window.kiosk.phase !== "attract"
            enabled: window.kiosk.phase === "exploring"
            focus: visible
            sourceComponent: Exploration {
                kiosk: window.kiosk
                wide: stage.wide
            }
        }

        AttractScreen {
            anchors.fill: parent
            visible: window.kiosk.ready && window.kiosk.phase === "attract"
            enabled: visible
            kiosk: window.kiosk
            wide: stage.wide
            onBegun: language => window.kiosk.begin(language)
        }

        IdleWarning {
            anchors.fill: parent
            visible: window.kiosk.phase === "warning"
            enabled: visible
            kiosk: window.kiosk
        }

        PreparingScreen {
            anchors.fill: parent
            visible: !window.kiosk.ready
            kiosk: window.kiosk
        }
    }

    ProblemsPanel {
        anchors.right: parent.right
        visible: window.problemsShown
        width: window.panelWidth
        height: parent.height
        problems: window.kiosk.problems
        texts: window.kiosk.texts
        share: window.kiosk.preparation.share
        unit: Math.max(13, Math.min(18, window.width / 90))
    }
}
