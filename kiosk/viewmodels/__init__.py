"""QObjects and list models that QML binds to. They translate; they do not decide."""

QML_MODULE = "Kiosk"
