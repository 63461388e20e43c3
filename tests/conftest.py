"""What all tests share: how many random cases are tried."""

import os

import pytest
from hypothesis import HealthCheck, settings

# A case may be slow on a busy machine: time says nothing about what is right.
settings.register_profile("quick", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update-golden` write what tests compare with, in place of comparing."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files anew, to be looked at")
