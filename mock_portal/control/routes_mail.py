"""The control API's calls on a world's mail: wait for it, read it, throw it away."""

from flask import Response
from flask_openapi3.blueprint import APIBlueprint

from mock_portal.control import shapes
from mock_portal.control.api import answer, shared
from mock_portal.control.reading import change_world, read_world
from mock_portal.control.refusals import ANY_CALL, TOKEN, WORLD, a_file
from mock_portal.control.waiting import Mailing, wait_for_mail
from mock_portal.inbox import service as inbox

__all__ = ["mailbox"]

mailbox = APIBlueprint(
    "mailbox", __name__, url_prefix="/v1/worlds", abp_responses=ANY_CALL, abp_security=TOKEN
)


@mailbox.get("/<world>/mail", responses={200: shapes.Mailbox} | WORLD)
def mail(path: shapes.InWorld, query: shapes.MailQuery) -> Response:
    """The mail that the world sent; waits up to `wait_seconds` for the first that fits."""
    wanted = Mailing(query.to, query.subject, query.after)
    found = wait_for_mail(shared(), path.world, wanted, seconds=query.wait_seconds)
    return answer(shapes.Mailbox(mail=[shapes.Mail.of(path.world, one) for one in found]))


@mailbox.get("/<world>/mail/<int:mail_id>/source", responses=a_file("message/rfc822") | WORLD)
def mail_source(path: shapes.OneMail) -> Response:
    """One mail as it came over the wire."""
    source = read_world(shared(), path.world, lambda session: inbox.mail_source(session, path.mail_id))
    return Response(source, mimetype="message/rfc822")


@mailbox.get("/<world>/mail/<int:mail_id>/attachments/<int:number>", responses=a_file("*/*") | WORLD)
def attachment(path: shapes.Attachment) -> Response:
    """A file that came with a mail."""
    found = read_world(
        shared(), path.world, lambda session: inbox.get_attachment(session, path.mail_id, path.number)
    )
    return Response(found.content, mimetype=found.content_type)


@mailbox.delete("/<world>/mail", responses={204: None} | WORLD)
def delete_all(path: shapes.InWorld) -> Response:
    """Throw all mail of the world away; numbers go on from where they were."""
    change_world(shared(), path.world, inbox.delete_all)
    return _gone()


@mailbox.delete("/<world>/mail/<int:mail_id>", responses={204: None} | WORLD)
def delete_one(path: shapes.OneMail) -> Response:
    """Throw one mail away."""
    change_world(shared(), path.world, lambda session: inbox.delete_mail(session, path.mail_id))
    return _gone()


def _gone() -> Response:
    gone = Response(status=204)
    del gone.headers["Content-Type"]  # there is no content
    return gone
