"""The queue of applications: by state, searched, a page at a time."""

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, render_template, request

from contributions import T
from mock_portal.access import officers
from mock_portal.edge import database
from mock_portal.officer.forms import QueueSearch
from mock_portal.officer.shown import badge
from mock_portal.officer.words import STATES
from mock_portal.registration import reviewing
from mock_portal.registration.reviewing import ApplicationState
from mock_portal.registration.words import KINDS

__all__ = ["blueprint"]

blueprint = Blueprint("queue", __name__)

_EVERY: Final = "all"
_SHOWN: Final = (
    ApplicationState.SUBMITTED,
    ApplicationState.IN_REVIEW,
    ApplicationState.QUERY,
    ApplicationState.APPROVED,
    ApplicationState.REJECTED,
    ApplicationState.EXPIRED,
)


@dataclass(frozen=True)
class Tab:
    """A state to choose, with how many applications are in it."""

    key: str
    words: T
    count: int


@blueprint.get("")
@officers
def show() -> str:
    """The applications of one state, those that waited longest first."""
    form = QueueSearch()
    search = (form.search.data or "").strip()[:150]
    chosen = request.args.get("state", "")
    state = next((one for one in _SHOWN if one == chosen), None)
    if state is None and chosen != _EVERY and not search:
        state = ApplicationState.SUBMITTED
    found = reviewing.list_for_review(
        database(), state=state, search=search, page=request.args.get("page", 1, type=int)
    )
    counts = reviewing.count_for_review(database(), search=search)
    tabs = [Tab(one.value, STATES[one], counts.get(one, 0)) for one in _SHOWN]
    tabs.append(Tab(_EVERY, T("All", "Semua"), sum(tab.count for tab in tabs)))
    return render_template(
        "officer/queue.html",
        form=form,
        found=found,
        tabs=tabs,
        chosen=state.value if state else _EVERY,
        search=search,
        kinds=KINDS,
        states=STATES,
        badge=badge,
    )
