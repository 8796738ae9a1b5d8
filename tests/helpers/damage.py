"""Bytes of files that were damaged by chance."""

import io
import random
import zipfile

from tests.corpus.archives import Parts, zipped


def mutated(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 2, 8, 64))):
        at = chance.randrange(len(changed))
        length = chance.choice((1, 1, 4, 40))
        what = chance.randrange(4)
        if what == 0:
            changed[at : at + length] = chance.randbytes(length)
        elif what == 1:
            del changed[at : at + length]
        elif what == 2:
            changed[at:at] = changed[at : at + length] * chance.choice((1, 50))
        else:
            changed[at] ^= 1 << chance.randrange(8)
        changed = changed or bytearray(b"x")
    return bytes(changed)


def repacked(content: bytes, chance: random.Random) -> bytes:
    """Mutate what is inside an archive, so that the archive itself stays sound."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: Parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in parts if parts[name]])
    return zipped(parts | {name: mutated(bytes(parts[name]), chance)})
