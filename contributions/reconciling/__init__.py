"""A contribution file beside the payroll sheet that it came from: the clerk's evening before the upload."""

from contributions.reconciling.comparison import Pair, Reconciliation, reconcile
from contributions.reconciling.file_side import FileSide, read_file
from contributions.reconciling.payroll import Asked, Payroll, read_payroll
from contributions.reconciling.people import Person
from contributions.reconciling.table import SaidColumns

__all__ = [
    "Asked",
    "FileSide",
    "Pair",
    "Payroll",
    "Person",
    "Reconciliation",
    "SaidColumns",
    "read_file",
    "read_payroll",
    "reconcile",
]
