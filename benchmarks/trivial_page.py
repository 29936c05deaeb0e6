"""The peer of the log-in page: the smallest page that Flask can serve from a template."""

from flask import Flask, render_template_string

PAGE = """<!doctype html>
<html lang="en"><title>{{ title }}</title><h1>{{ title }}</h1>
<form method="post"><label>Email Address <input name="email" type="email"></label><button>NEXT</button></form>
</html>"""

app = Flask(__name__)


@app.get("/employer/login")
def page() -> str:
    """A heading and a form, without session, database or language."""
    return render_template_string(PAGE, title="Log in")
