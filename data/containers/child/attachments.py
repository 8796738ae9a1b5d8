"""An attached file, looked at in a process of its own: what it is, and a picture made small."""

import base64
import io
import json
from dataclasses import dataclass
from typing import Final

from data.containers.child import process
from data.containers.gate import limits
from data.containers.gate.attachments import AttachmentType, attachment_type
from data.containers.gate.guard import guarded
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import Container

_SIDE: Final = 240
_MOST_PIXELS: Final = 50_000_000
_FORMATS: Final = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a file is; `thumbnail` is a small PNG of a picture, b"" of anything else."""

    kind: AttachmentType
    thumbnail: bytes


def examine(content: bytes) -> Attachment:
    """Look at a file in the confined process.

    Raises:
        RefusedError: it is of no kind we keep, is damaged, or the process gave no answer.
    """
    if len(content) > limits.FILE_BYTES:
        raise RefusedError(Unreadability.TOO_LARGE)
    answer = process.answer_apart(Container.ATTACHMENT, content)
    try:
        told = json.loads(answer)
        if "refused" in told:
            raise RefusedError(Unreadability(told["refused"]))
        kind = AttachmentType(str(told["media_type"]), str(told["suffix"]))
        return Attachment(kind, base64.b64decode(told["thumbnail"], validate=True))
    except (KeyError, TypeError, ValueError):
        raise RefusedError(Unreadability.READER_DIED) from None


def answer(content: bytes) -> bytes:
    """Say what a file is; this runs in the confined process.

    Raises:
        RefusedError: as `attachment_type`, or the picture is damaged or too large.
    """
    kind = attachment_type(content)
    small = guarded(lambda: _small(content)) if kind.is_picture else b""
    facts = {"media_type": kind.media_type, "suffix": kind.suffix}
    return json.dumps(facts | {"thumbnail": base64.b64encode(small).decode()}).encode()


def _small(content: bytes) -> bytes:
    # Loaded only here: it costs every other file of the child a tenth of a second.
    from PIL import Image, ImageOps  # noqa: PLC0415

    # Its own limit only warns; the size is known before anything is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
        if picture.width * picture.height > _MOST_PIXELS:
            raise RefusedError(Unreadability.TOO_LARGE)
        picture.draft("RGB", (_SIDE * 2, _SIDE * 2))
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((_SIDE, _SIDE))
        target = io.BytesIO()
        see_through = upright.convert("RGBA")
        # What shows through is paper, not the black of a colour without its transparency.
        paper = Image.new("RGBA", see_through.size, "white")
        paper.alpha_composite(see_through)
        paper.convert("RGB").save(target, "PNG")
    return target.getvalue()
