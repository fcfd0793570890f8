"""What the desk hands to the view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.station.edition import Edition
from kiosk.viewmodels.placement import Prepared


@dataclass(frozen=True)
class Offer:
    """An edition prepared to be shown: `whole`, as it is `shown` on that `day`, and laid out."""

    whole: Edition
    shown: Edition
    day: date
    timeline: Prepared
