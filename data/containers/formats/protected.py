"""Office files under a password: opened with the one a person typed, which nobody keeps."""

import io

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, InvalidKeyError

from data.containers.gate.guard import guarded
from data.containers.gate.reasons import RefusedError, Unreadability


def unlocked(content: bytes, password: str) -> bytes:
    """Give an Office file without its protection; one without any stays as it is.

    Raises:
        RefusedError: the password is another one, or the file is damaged.
    """
    file = guarded(lambda: msoffcrypto.OfficeFile(io.BytesIO(content)))
    if not guarded(file.is_encrypted):
        return content
    opened = io.BytesIO()

    def decrypt() -> None:
        try:
            file.load_key(password=password)
            file.decrypt(opened)
        except (InvalidKeyError, DecryptionError) as error:
            raise RefusedError(Unreadability.WRONG_PASSWORD) from error

    guarded(decrypt)
    return opened.getvalue()
