pragma Singleton
import QtQuick

// The design tokens. Sizes grow with the screen: millimetres become pixels here and nowhere else.
QtObject {
    property real shortSide: 1080
    property real pixelsPerMm: 3.6
    property int textStep: 0
    // The visitor reads from right to left.
    property bool mirrored: false
    property color ground: "#14110f"
    property color accent: "#c8a96a"
    property string headingFont: ""
    property string bodyFont: ""
    property real capitals: 0.67

    // The same light falls on any ground that an exhibit chooses.
    readonly property color raised: lit(0.04)
    readonly property color hairline: lit(0.23)
    readonly property color ghost: lit(0.07)
    readonly property color scrim: Qt.alpha(ground, 0.9)
    readonly property color text: "#ece2cf"
    readonly property color quiet: "#b9ad98"
    readonly property color ink: "#14110f"
    readonly property color paper: "#ece2cf"
    readonly property color noEra: "#8a8175"
    readonly property color error: "#d8745f"

    // Titles; running text, which is easier to read without serifs once it is large; all the rest.
    readonly property string serif: headingFont || "Source Serif Pro"
    readonly property string reading: bodyFont || "Source Serif Pro"
    readonly property string sans: bodyFont || "Source Sans Pro"

    // Capital letters of running text are 4.8 mm high in any typeface.
    readonly property real base: Math.max(4.8 * pixelsPerMm, 0.01608 * shortSide) / capitals
    readonly property real body: base * [1, 1.25, 1.52][textStep]
    readonly property real small: body * 4.05 / 4.8
    // The bar is always there, so its words grow less than what one has come to read.
    readonly property real control: base * 4.05 / 4.8 * [1, 1.1, 1.2][textStep]
    readonly property real heading: body * 1.25
    readonly property real title: body * 1.56
    readonly property real display: body * 1.95
    readonly property real poster: base * 3.8

    readonly property real target: Math.max(20 * pixelsPerMm, base * 2.4)
    readonly property real smallTarget: Math.max(15 * pixelsPerMm, base * 1.9)
    readonly property real gap: Math.max(6 * pixelsPerMm, base * 0.7)
    readonly property real margin: 0.04 * shortSide
    // Qt's software renderer takes what is rounded for see-through. So it does not cut each of a
    // hundred small rectangles out of what is drawn behind them, which costs more than it saves.
    property real edge: 0

    // How far a finger may slip and still have tapped.
    readonly property int slip: Math.max(10, Math.round(3 * pixelsPerMm))
    readonly property real line: Math.max(1, Math.round(shortSide / 720))
    readonly property real stem: Math.max(2, Math.round(shortSide / 360))

    readonly property int quick: 150
    readonly property int calm: 260
    readonly property int fade: 1400

    // How large the text of articles may be wide: 60 to 70 characters at the first step.
    readonly property real measure: base * 29

    function lit(share: real): color {
        return Qt.tint(ground, Qt.alpha(text, share));
    }

    function icon(name: string, inked: bool): url {
        const tone = inked ? "ink" : "paper";
        return iconFolder === "" ? "" : Qt.resolvedUrl(`${iconFolder}/${tone}/${name}.svg`);
    }

    property string iconFolder: ""

    readonly property var kindIcons: ({
            image: "image",
            video: "play",
            audio: "volume",
            document: "document"
        })

    // What a touch on a medium of each kind does.
    readonly property var signs: ({
            image: "look",
            video: "play",
            audio: "play",
            document: "document"
        })

    // The text that invites to touch a medium of each kind.
    readonly property var invitations: ({
            image: "look_closer",
            video: "play_film",
            audio: "play_sound",
            document: "document"
        })
}
