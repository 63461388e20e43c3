"""Turn a learning log into a browsable static site."""

__version__ = "0.2.0"
