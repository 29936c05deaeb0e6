"""PDF documents: records, receipts and letters, set by Typst."""

from mock_portal.documents.barcodes import code128
from mock_portal.documents.engine import DocumentNotMade, render

__all__ = ["DocumentNotMade", "code128", "render"]
