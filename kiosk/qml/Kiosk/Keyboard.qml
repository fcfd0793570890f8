pragma Singleton
import QtQuick

// Whether the visitor is using keys, so that the focus must be seen, or assistive technology.
QtObject {
    property bool used: false
    // The last to operate something was assistive technology, not a finger.
    property bool assisted: false
}
