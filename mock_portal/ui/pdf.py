"""Answers with a PDF of the portal's own: kept as a file, or read in a window of its own."""

from flask import Response, request

__all__ = ["pdf_answer"]


def pdf_answer(content: bytes, file_name: str) -> Response:
    """A PDF for the browser to keep under this name; with `?view=window` for it to show.

    assumed: portal-flows J20 has both, and says nothing of the address.
    """
    response = Response(content, mimetype="application/pdf")
    how = "inline" if request.args.get("view") == "window" else "attachment"
    response.headers.set("Content-Disposition", how, filename=file_name)
    return response
