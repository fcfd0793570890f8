"""What the visitor is doing."""

from kiosk.visit.machine import Patience, Phase, Visit

__all__ = ["Patience", "Phase", "Visit"]
