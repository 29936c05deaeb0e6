"""The control API's calls on worlds: make, look, change, go back, read what happened."""

from datetime import timedelta
from typing import Any

from flask import Response, jsonify, request
from flask_openapi3.blueprint import APIBlueprint

from mock_portal.control import records, service, shapes
from mock_portal.control.api import answer, shared
from mock_portal.control.refusals import ANY_CALL, TAKEN, TOKEN, WORLD, WRITE, a_file
from mock_portal.worlds import changing, snapshots
from mock_portal.worlds.clock import Clock

__all__ = ["worlds"]

worlds = APIBlueprint("worlds", __name__, url_prefix="/v1/worlds", abp_responses=ANY_CALL, abp_security=TOKEN)


@worlds.post("", responses={201: shapes.World} | WORLD | WRITE | TAKEN)
def create(body: shapes.NewWorld) -> Response:
    """Make a world from a scenario, or apart from another world; a name is invented where none is given."""
    made = service.create_world(shared(), name=body.name, scenario=body.scenario, fork_of=body.fork_of)
    response = answer(shapes.World.of(made), 201)
    response.headers["Location"] = f"/v1/worlds/{made.name}"
    return response


@worlds.get("", responses={200: shapes.Worlds})
def list_all() -> Response:
    """All worlds by name."""
    return answer(shapes.Worlds(worlds=[shapes.World.of(view) for view in service.all_worlds(shared())]))


@worlds.get("/<world>", responses={200: shapes.World} | WORLD)
def show(path: shapes.InWorld) -> Response:
    """One world."""
    return answer(shapes.World.of(service.get_world(shared(), path.world)))


@worlds.delete("/<world>", responses={204: None} | WORLD)
def delete(path: shapes.InWorld) -> Response:
    """Delete a world and its snapshots; the portal's own address is the world "default", which POST makes."""
    shared().registry.delete(path.world)
    gone = Response(status=204)
    del gone.headers["Content-Type"]  # there is no content
    return gone


@worlds.get("/<world>/clock", responses={200: shapes.Clock} | WORLD)
def clock(path: shapes.InWorld) -> Response:
    """What the world's clock shows."""
    view = service.get_world(shared(), path.world)
    return answer(shapes.Clock(now=view.now, running=view.running))


@worlds.patch("/<world>/clock", responses={200: shapes.Clock} | WORLD | WRITE)
def change_clock(path: shapes.InWorld, body: shapes.ClockChange) -> Response:
    """Move the clock, stop it or let it run; what fell due has happened when the answer comes."""
    if body.advance_seconds is not None:
        moved = changing.advance_clock(shared(), path.world, timedelta(seconds=body.advance_seconds))
    elif body.now is not None:
        moved = changing.set_clock(shared(), path.world, body.now)
    else:
        moved = changing.run_clock(shared(), path.world, running=bool(body.running))
    return answer(_shown(moved))


@worlds.get("/<world>/settings", responses={200: shapes.Settings} | WORLD)
def settings(path: shapes.InWorld) -> Response:
    """The world's settings."""
    return jsonify(service.get_world(shared(), path.world).settings.to_json())


@worlds.patch("/<world>/settings", responses={200: shapes.Settings} | WORLD | WRITE)
def change_settings(path: shapes.InWorld, body: shapes.SettingsChange) -> Response:
    """Change some settings; the answer has all of them."""
    del body  # its shape is right; what was named is in the request
    values: dict[str, Any] = request.get_json()
    return jsonify(changing.change_settings(shared(), path.world, values).to_json())


@worlds.get("/<world>/faults", responses={200: shapes.Faults} | WORLD)
def faults(path: shapes.InWorld) -> Response:
    """The failures asked for."""
    return jsonify(faults=list(service.get_world(shared(), path.world).faults))


@worlds.put("/<world>/faults", responses={200: shapes.Faults} | WORLD | WRITE)
def put_faults(path: shapes.InWorld, body: shapes.Faults) -> Response:
    """Ask for failures instead of those before; an empty list mends everything."""
    return jsonify(faults=list(changing.set_faults(shared(), path.world, body.as_faults())))


@worlds.get("/<world>/journal", responses={200: shapes.Requests} | WORLD)
def journal(path: shapes.InWorld, query: shapes.JournalQuery) -> Response:
    """The requests that the server saw, oldest first."""
    wanted = service.Journal(query.site, query.path, query.method)
    seen = service.journal(shared(), path.world, wanted)
    return answer(shapes.Requests(requests=[shapes.Request.of(line) for line in seen]))


@worlds.get("/<world>/ledger", responses={200: shapes.Transactions} | WORLD)
def ledger(path: shapes.InWorld) -> Response:
    """The bank's own truth about money."""
    return jsonify(transactions=service.read_world(shared(), path.world, records.transactions))


@worlds.get("/<world>/submissions", responses={200: shapes.Submissions} | WORLD)
def submissions(path: shapes.InWorld) -> Response:
    """What the portal says was submitted."""
    return jsonify(submissions=service.read_world(shared(), path.world, records.submissions))


@worlds.get("/<world>/payments", responses={200: shapes.Payments} | WORLD)
def payments(path: shapes.InWorld) -> Response:
    """What the portal says was paid."""
    return jsonify(payments=service.read_world(shared(), path.world, records.payments))


@worlds.get("/<world>/snapshots", responses={200: shapes.Snapshots} | WORLD)
def list_snapshots(path: shapes.InWorld) -> Response:
    """The names of the world's snapshots."""
    shared().registry.world_file(path.world)
    return answer(shapes.Snapshots(snapshots=snapshots.names(shared().registry, path.world)))


@worlds.post("/<world>/snapshots", responses={201: shapes.Snapshots} | WORLD | WRITE)
def snapshot(path: shapes.InWorld, body: shapes.SnapshotName) -> Response:
    """Keep what the world is now under a name; an older one of that name goes."""
    shared().journal.flush()
    snapshots.take(shared().registry, path.world, body.name)
    return answer(shapes.Snapshots(snapshots=snapshots.names(shared().registry, path.world)), 201)


@worlds.post("/<world>/restore", responses={200: shapes.World} | WORLD | WRITE)
def restore(path: shapes.InWorld, body: shapes.SnapshotToRestore) -> Response:
    """Make the world what it was at a snapshot."""
    shared().journal.flush()
    snapshots.restore(shared().registry, path.world, body.snapshot)
    shared().sender.wake(path.world)
    return answer(shapes.World.of(service.get_world(shared(), path.world)))


@worlds.get("/<world>/export", responses=a_file("application/vnd.sqlite3") | WORLD)
def export(path: shapes.InWorld) -> Response:
    """The whole world as one closed SQLite file."""
    shared().journal.flush()
    response = Response(snapshots.export(shared().registry, path.world), mimetype="application/vnd.sqlite3")
    response.headers["Content-Disposition"] = f'attachment; filename="{path.world}.sqlite"'
    return response


def _shown(moved: Clock) -> shapes.Clock:
    return shapes.Clock(now=moved.now(), running=moved.running)
