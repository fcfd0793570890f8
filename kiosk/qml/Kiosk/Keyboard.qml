pragma Singleton
import QtQuick

// Whether the visitor is using keys, so that the focus must be seen.
QtObject {
    property bool used: false
}
