"""What some tests need beside the library: where it is missing they say how to get it, and fail in the project's check."""

import importlib
import os

import pytest


def needed(module, extra):
    """Give a module; where it is not installed, pass over the tests that need it, but not in the check."""
    try:
        return importlib.import_module(module)
    except ImportError:
        missing(f"{module} is not installed: python -m pip install -e '.[{extra}]'")


def missing(how):
    """Pass over a test that lacks something; in the check, whose environment says CI, it fails."""
    if os.environ.get("CI"):
        pytest.fail(how, pytrace=False)
    pytest.skip(how, allow_module_level=True)
