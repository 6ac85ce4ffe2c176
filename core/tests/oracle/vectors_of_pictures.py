"""Small image files that are refused, each for one cause: docs/biometrics.md, SPEC 11.1.

`make_vectors.py` writes them into core/vectors/images/refused.
"""

import struct
import zlib


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width=8, height=8, *extra):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = b"" if width * height > 10_000 else (b"\0" + b"\xff" * width) * height
    data = chunk(b"IDAT", zlib.compress(rows, 9))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(extra) + data + chunk(b"IEND", b"")


def profile(body):
    return chunk(b"iCCP", b"x\0\0" + zlib.compress(body, 9))


def segment(marker, body):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def four_colours():
    components = b"".join(bytes([number, 0x11, 0]) for number in range(1, 5))
    frame = segment(0xC0, struct.pack(">BHHB", 8, 8, 8, 4) + components)
    return b"\xff\xd8" + segment(0xDB, b"\0" + b"\1" * 64) + frame + b"\xff\xd9"


def files():
    """(file name, its bytes, the code, why)."""
    good = png()
    wrong = bytearray(good)
    wrong[29] ^= 1
    return [
        ("empty.png", b"", "IMAGE_EMPTY", "there are no bytes"),
        ("picture.gif", b"GIF89a\1\0\1\0\0\0\0;", "IMAGE_FORMAT", "a GIF is known, and not accepted"),
        ("phone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "IMAGE_FORMAT", "a HEIC of a phone"),
        ("document.pdf", b"%PDF-1.7\n", "IMAGE_FORMAT", "a document of a known format"),
        ("text.jpg", b"no picture at all", "IMAGE_FORMAT_UNKNOWN", "its name decides nothing"),
        ("archive.jpg", b"PK\3\4" + bytes(26), "IMAGE_FORMAT_UNKNOWN", "a ZIP archive by another name"),
        ("strip.png", png(20_000, 10), "IMAGE_SIDE", "a side of 20000 pixels"),
        ("square.png", png(16_000, 16_000), "IMAGE_TOO_MANY_PIXELS", "256 million pixels"),
        ("moving.png", png(8, 8, chunk(b"acTL", struct.pack(">II", 2, 0))), "IMAGE_ANIMATED", "an APNG"),
        ("checksum.png", bytes(wrong), "IMAGE_DAMAGED", "a wrong checksum of the header"),
        ("half.png", good[: len(good) // 2], "IMAGE_CUT", "an upload that broke off"),
        ("no-end.png", good[:-12], "IMAGE_CUT", "the last chunk is missing"),
        ("more.png", good + b"PK\3\4", "IMAGE_TRAILING_DATA", "something follows the picture"),
        ("bomb.png", png(8, 8, profile(bytes(400_000))), "IMAGE_METADATA_TOO_LARGE",
         "a profile that inflates to 400 kB"),
        ("four-colours.jpg", four_colours(), "IMAGE_KIND", "CMYK has four components"),
    ]


def refused():
    for name, _, code, why in files():
        yield {
            "name": name, "why": f"SPEC 11.1: {why}", "input": {"file": f"refused/{name}"},
            "expect": {"verdict": "fail", "problems": [code], "ink": None, "fingerprint": None,
                       "normal": None},
        }


def refused_photos():
    for case in refused():
        (code,) = case["expect"]["problems"]
        yield {
            **case, "expect": {"verdict": "fail", "file": None, "face": None, "crop": None,
                               "checks": {"file": {"verdict": "fail", "code": code}}},
        }
