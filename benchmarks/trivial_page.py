"""The peer of the log-in page: the least that a Flask page can do, a string that never changes.

A template would only make the peer slower: compiling one from a string on every request costs eight times the
rest of it.
"""

from flask import Flask

PAGE = """<!doctype html>
<html lang="en"><title>Log in</title><h1>Log in</h1>
<form method="post"><label>Email Address <input name="email" type="email"></label><button>NEXT</button></form>
</html>"""

app = Flask(__name__)


@app.get("/employer/login")
def page() -> str:
    """A heading and a form, without session, database, language or template."""
    return PAGE
