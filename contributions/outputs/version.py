"""Which version of the checker wrote a report."""

__all__ = ["tool_version"]


def tool_version() -> str:
    """The version that is installed; `0` in a checkout that nobody installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("assist-harness")
    except PackageNotFoundError:
        return "0"
