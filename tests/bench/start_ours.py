"""A process that shows the start window with the drafts of the data folder and ends."""

import sys

from tests.bench.painted import run_until_painted
from ui.app import make_application
from ui.start import StartWindow
from unionapp.storage import open_store
from unionapp.system import data_folder

application = make_application(sys.argv)
sys.exit(run_until_painted(application, StartWindow(open_store(data_folder()))))
