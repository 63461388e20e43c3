"""Turn a learning log into a browsable static site."""

__version__ = "0.1.0"
