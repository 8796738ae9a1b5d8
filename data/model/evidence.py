"""What is handed in to prove that something was done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """A file or a link, what it proves of a measure or step, and which item of a year it serves.

    A file has a name and a content, a link neither; `item` "" serves none.
    """

    measure_id: str
    proves: str
    step_id: str = ""
    link: str = ""
    file_name: str = ""
    content: bytes = b""
    item: str = ""
    added_by: str = ""
