"""Contact sheets of the gallery: a row for each screen, a column for each language and width."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final

from jinja2 import Environment
from PIL import Image, ImageDraw, ImageFont

__all__ = ["Picture", "paste_sheet", "write_sheet"]

_THUMB_WIDTHS: Final = {"desktop": 320, "phone": 120}
_THUMB_HEIGHT: Final = 240
_GAP, _CAPTION = 12, 20
_COLOURS: Final = 64  # of the palette: a sheet is for looking, and must not weigh megabytes
_PAGE: Final = Environment(autoescape=True).from_string("""\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Every screen</title>
<style>
  body { font-family: system-ui, sans-serif; background: #d5dbe2; color: #1b2430; margin: 1rem; }
  th { text-align: left; vertical-align: top; padding-right: 1rem; font-weight: 600; }
  td { vertical-align: top; padding: 0 0.75rem 1.5rem 0; }
  img { display: block; border: 1px solid #9aa5b1; object-fit: cover; object-position: top; height: 320px; }
</style>
<h1>Every screen, {{ rows | length }} of them, in each language and width</h1>
<table>
  <thead>
    <tr>
      <th scope="col">Screen</th>
      {% for column in columns %}<th scope="col">{{ column }}</th>{% endfor %}
    </tr>
  </thead>
  {% for name, pictures in rows.items() %}
  <tr><th scope="row">{{ name }}</th>
    {% for picture, address in pictures %}
    <td><a href="{{ address }}"><img src="{{ address }}" alt="{{ picture.caption }}" loading="lazy"></a></td>
    {% endfor %}
  </tr>
  {% endfor %}
</table>
</html>
""")


@dataclass(frozen=True, slots=True)
class Picture:
    """One screen in one language and width."""

    screen: str
    language: str
    width: str
    path: Path

    @property
    def column(self) -> str:
        """The column of the sheet that it stands in."""
        return f"{self.language} {self.width}"

    @property
    def caption(self) -> str:
        """What stands under it."""
        return f"{self.screen}  {self.column}"


def write_sheet(pictures: Sequence[Picture], path: Path) -> Path:
    """The sheet as a page whose thumbnails lead to the whole pictures beside it."""
    rows: dict[str, list[tuple[Picture, str]]] = {}
    for each in pictures:
        rows.setdefault(each.screen, []).append((each, each.path.relative_to(path.parent).as_posix()))
    columns = list(dict.fromkeys(each.column for each in pictures))
    path.write_text(_PAGE.render(rows=rows, columns=columns), encoding="utf-8", newline="\n")
    return path


def paste_sheet(pictures: Sequence[Picture], path: Path) -> Path:
    """The sheet as one picture."""
    columns = list(dict.fromkeys(each.column for each in pictures))
    names = list(dict.fromkeys(each.screen for each in pictures))
    widths = {each.column: _THUMB_WIDTHS[each.width] for each in pictures}
    lefts = list(accumulate((widths[column] + _GAP for column in columns), initial=_GAP))
    row = _THUMB_HEIGHT + _CAPTION + _GAP
    sheet = Image.new("RGB", (lefts[-1], row * len(names) + _GAP), "#d5dbe2")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default()
    for each in pictures:
        left = lefts[columns.index(each.column)]
        top = _GAP + row * names.index(each.screen)
        sheet.paste(_thumb(each), (left, top))
        says = each.caption if each.column == columns[0] else each.column
        draw.text((left, top + _THUMB_HEIGHT + 4), says, fill="#1b2430", font=font)
    sheet.quantize(_COLOURS).save(path, optimize=True)
    return path


def _thumb(picture: Picture) -> Image.Image:
    across = _THUMB_WIDTHS[picture.width]
    with Image.open(picture.path) as whole:
        small = whole.convert("RGB").resize((across, max(1, round(whole.height * across / whole.width))))
    return small.crop((0, 0, across, min(small.height, _THUMB_HEIGHT)))
