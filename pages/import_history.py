"""The ledger of imports: what came in, what counts, and taking an import back."""

from data.words.importing import imports as words
from pages.sections.history import backups, history
from pages.shared import drawing, printing
from pages.shared.downloads import offer, show_table

batches = history.batches()
if batches.empty:
    drawing.nothing_yet(words.NO_BATCHES, words.UPLOAD_HELP)
table = history.batch_table()
show_table(table)
offer(history.batch_handout(table), "history")

with printing.screen_only("history"):
    history.undo_form(batches)
    history.source_form(batches)
    backups.backup_button()
    backups.restore_form()
