"""Why nothing is handed over."""


class NotHandedOver(Exception):
    """The message says what happened, to which file, and what to do."""


class NobodyWaits(NotHandedOver):
    """It was cancelled."""
