import QtQuick

// A small heading over a part of the article that is not its text.
PlainText {
    topPadding: Theme.gap
    color: Theme.accent
    font.pixelSize: Theme.small
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
