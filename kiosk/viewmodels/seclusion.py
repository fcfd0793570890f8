"""The second lock against the network; the first is that no address ever reaches QML."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtQml import (
    QQmlAbstractUrlInterceptor,
    QQmlEngine,
    QQmlNetworkAccessManagerFactory,
)

_LOCAL = {"file", "qrc", ""}
_NOTHING = QUrl("qrc:/nothing")


class _LocalOnly(QQmlAbstractUrlInterceptor):
    def intercept(self, path: QUrl | str, _type: QQmlAbstractUrlInterceptor.DataType) -> QUrl:
        url = QUrl(path)
        return url if url.scheme() in _LOCAL and not url.host() else _NOTHING


class _NoNetwork(QNetworkAccessManager):
    def createRequest(
        self,
        operation: QNetworkAccessManager.Operation,
        request: QNetworkRequest,
        device: object = None,
    ) -> QNetworkReply:
        if request.url().scheme() not in _LOCAL or request.url().host():
            request = QNetworkRequest(_NOTHING)
        return super().createRequest(operation, request, device)  # type: ignore[arg-type]


class _NoNetworkFactory(QQmlNetworkAccessManagerFactory):
    def create(self, parent: QObject) -> QNetworkAccessManager:
        return _NoNetwork(parent)


class Seclusion:
    """Refuses every address that is not a local file. Keep it as long as the engine lives."""

    def __init__(self, engine: QQmlEngine) -> None:
        self._interceptor = _LocalOnly()
        self._factory = _NoNetworkFactory()
        engine.addUrlInterceptor(self._interceptor)
        engine.setNetworkAccessManagerFactory(self._factory)
