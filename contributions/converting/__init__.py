"""From payroll sheets and older layouts to the current contribution file, and from files to sheets."""

from contributions.converting.columns import FIELDS, LEFT_OUT, Columns
from contributions.converting.errors import NotConvertible
from contributions.converting.given import Given
from contributions.converting.mapping import choose_sheet, map_columns
from contributions.converting.mapping_file import mapping_as_toml, read_mapping
from contributions.converting.result import Conversion, Kind, Remark, Taken
from contributions.converting.rows import take_rows

__all__ = [
    "FIELDS",
    "LEFT_OUT",
    "Columns",
    "Conversion",
    "Given",
    "Kind",
    "NotConvertible",
    "Remark",
    "Taken",
    "choose_sheet",
    "map_columns",
    "mapping_as_toml",
    "read_mapping",
    "take_rows",
]
