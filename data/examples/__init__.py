"""The example: a store of its own with the real Kutsakon plan, and all else invented."""

from data.examples.example_store import EXAMPLE_DAY, build_example, example_path, open_example
from data.examples.files import PLAN_FILE, SCORES_FILE, example_agency, import_file, read_file
