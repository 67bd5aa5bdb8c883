"""The server that gunicorn finds, and `python app.py`, which serves it here."""

from __future__ import annotations

import logging
import os
import sys

from dashboard.app import create_app
from dashboard.settings import SettingError, from_environment
from dashboard.store.reading.problem import DatasetError

try:
    settings = from_environment(os.environ)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    server = create_app(settings).server
    server.extensions["folder-watch"].begin()
except (SettingError, DatasetError) as error:
    sys.exit(f"{error}\nThe dashboard does not start.")

if __name__ == "__main__":
    from werkzeug.serving import run_simple

    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    print(f"{settings.title}: http://{settings.host}:{settings.port}/", flush=True)
    run_simple(settings.host, settings.port, server, threaded=True)
