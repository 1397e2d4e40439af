"""poalint checks an Amazon seller's Plan of Action before it is sent. It imports nothing, to start fast."""

__version__ = "0.1.0"
