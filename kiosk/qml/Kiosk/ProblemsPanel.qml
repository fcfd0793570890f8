pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// For curators, beside the exhibit: everything that is wrong in the content folder right now.
Rectangle {
    id: panel

    required property ProblemsView problems
    required property var texts
    required property real unit
    required property real share

    readonly property string counting: texts.problem_count ?? ""
    readonly property string count: counting.arg(problems.errors).arg(problems.warnings)
    readonly property string verdict: list.count === 0 ? texts.no_problems ?? "" : count

    color: Theme.raised
    Accessible.role: Accessible.Pane
    Accessible.name: texts.problems ?? ""

    Column {
        id: head

        x: panel.unit
        y: panel.unit
        width: parent.width - 2 * x
        spacing: panel.unit * 0.3

        PlainText {
            width: parent.width
            text: panel.texts.problems ?? ""
            font.pixelSize: panel.unit * 1.2
            font.weight: Font.DemiBold
        }

        PlainText {
            width: parent.width
            text: panel.problems.status || panel.verdict
            color: Theme.quiet
            font.pixelSize: panel.unit
        }

        ProgressLine {
            width: parent.width
            visible: share >= 0
            share: panel.share
        }
    }

    ListView {
        id: list

        anchors.top: head.bottom
        anchors.topMargin: panel.unit
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        spacing: panel.unit * 0.9
        model: panel.problems.rows

        delegate: Item {
            id: problem

            required property string file
            required property bool first
            required property int fileErrors
            required property int fileWarnings
            required property int line
            required property int column
            required property bool error
            required property string message
            required property string hint

            readonly property string where: (panel.texts.problem_place ?? "").arg(line).arg(column)
            readonly property string spot: line > 0 ? where : ""
            readonly property color tone: error ? Theme.error : Theme.accent

            width: list.width
            height: parts.height
            Accessible.role: Accessible.ListItem
            Accessible.name: `${spot === "" ? file : `${file}, ${spot}`}. ${message} ${hint}`

            Column {
                id: parts

                width: parent.width
                spacing: panel.unit * 0.5

                FileHeading {
                    x: panel.unit
                    width: parent.width - 2 * x
                    visible: problem.first
                    file: problem.file
                    errors: problem.fileErrors
                    warnings: problem.fileWarnings
                    unit: panel.unit
                }

                Item {
                    width: parent.width
                    height: words.height

                    Rectangle {
                        x: panel.unit
                        width: Theme.stem
                        height: parent.height
                        color: problem.tone
                    }

                    Column {
                        id: words

                        x: panel.unit * 1.7
                        width: parent.width - x - panel.unit

                        PlainText {
                            width: parent.width
                            visible: text !== ""
                            text: problem.spot
                            color: problem.tone
                            font.pixelSize: panel.unit * 0.85
                        }

                        PlainText {
                            width: parent.width
                            text: problem.message
                            font.pixelSize: panel.unit
                        }

                        PlainText {
                            width: parent.width
                            visible: text !== ""
                            text: problem.hint
                            color: Theme.quiet
                            font.pixelSize: panel.unit
                        }
                    }
                }
            }
        }
    }
}
