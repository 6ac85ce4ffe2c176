"""Signature samples, from the measures as docs/biometrics.md defines them: PNG only, pixel by pixel.

Its own reader of PNG (8 bits, grey or RGB, with or without alpha, not interlaced) and exact whole
numbers; slow, and without any idea of how the library computes the same.
"""

import os
import struct
import zlib
from math import isqrt

IMAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "vectors", "images")

WORKING_SIDE, SHADE_LEVELS, SMALLEST_PART, DOT_SIDE, MAX_BYTES = 600, 200, 5, 250, 1 << 20

# The check, its least and greatest good value, and the codes below and above.
BANDS = [
    ("signature_contrast", 60, None, "SIGNATURE_BLANK", None),
    ("signature_grey_areas", None, 15, None, "SIGNATURE_PHOTO"),
    ("signature_parts", 1, 40, "SIGNATURE_BLANK", "SIGNATURE_TEXT"),
    ("signature_straightness", 50, None, "SIGNATURE_LINE", None),
    ("signature_travel", 15, None, "SIGNATURE_BLOCK", None),
    ("signature_ink_share", 4, 180, "SIGNATURE_LITTLE_INK", "SIGNATURE_MUCH_INK"),
    ("signature_ink_width", 250, None, "SIGNATURE_NARROW", None),
    ("signature_ink_height", 120, None, "SIGNATURE_LOW", None),
    ("signature_edge", 1, None, "SIGNATURE_AT_EDGE", None),
    ("signature_pen_width", None, 60, None, "SIGNATURE_THICK"),
    ("signature_width", 200, None, "SIGNATURE_FEW_PIXELS", None),
    ("signature_height", 67, None, "SIGNATURE_FEW_PIXELS", None),
    ("signature_aspect", 1500, 6000, "SIGNATURE_TOO_TALL", "SIGNATURE_TOO_WIDE"),
]
ALWAYS = {"signature_contrast", "signature_width", "signature_height", "signature_aspect"}


def read_png(data):
    """Width, height, and the rows of (red, green, blue) on white."""
    place, packed = 8, b""
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place:place + 8])
        body = data[place + 8:place + 8 + length]
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", body)
            assert (depth, interlace) == (8, 0)
        elif kind == b"IDAT":
            packed += body
        place += 12 + length
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour]
    raw, rows, above = zlib.decompress(packed), [], [0] * (width * channels)
    for y in range(height):
        start = y * (width * channels + 1)
        kind, line = raw[start], list(raw[start + 1:start + 1 + width * channels])
        for i in range(len(line)):
            left = line[i - channels] if i >= channels else 0
            up, corner = above[i], above[i - channels] if i >= channels else 0
            guess = left + up - corner
            paeth = min((left, up, corner), key=lambda near: abs(guess - near))
            line[i] = (line[i] + [0, left, up, (left + up) // 2, paeth][kind]) % 256
        above = line
        pixels = [line[i:i + channels] for i in range(0, len(line), channels)]
        rows.append([on_white(pixel) for pixel in pixels])
    return width, height, rows


def on_white(pixel):
    colour, alpha = (pixel, 255) if len(pixel) in (1, 3) else (pixel[:-1], pixel[-1])
    colour = [(part * alpha + 255 * (255 - alpha) + 127) // 255 for part in colour]
    return tuple(colour * 3 if len(colour) == 1 else colour)


def shrunk(plane, width, height):
    """The plane within the size of work: exact means of the areas covered, rounded half up."""
    new = (width, height)
    if max(new) > WORKING_SIDE:
        if width >= height:
            new = (WORKING_SIDE, max(1, (height * WORKING_SIDE + width // 2) // width))
        else:
            new = (max(1, (width * WORKING_SIDE + height // 2) // height), WORKING_SIDE)
    area = width * height

    def part(old, count, place, sample):
        return max(0, min((place + 1) * old, (sample + 1) * count) - max(place * old, sample * count))

    result = []
    for v in range(new[1]):
        rows = [(y, part(height, new[1], v, y)) for y in range(v * height // new[1], height)]
        rows = [(y, share) for y, share in rows if share]
        line = []
        for u in range(new[0]):
            total, x = 0, u * width // new[0]
            while x < width and part(width, new[0], u, x):
                across = part(width, new[0], u, x)
                total += sum(plane[y][x] * across * share for y, share in rows)
                x += 1
            line.append((total + area // 2) // area)
        result.append(line)
    return result


def evened(plane):
    """255 less how much darker each pixel is than the paper around it, in 16ths of a level."""
    height, width = len(plane), len(plane[0])
    step = max(1, 16 * SHADE_LEVELS // height)
    paper = [[16 * value for value in row] for row in plane]
    changed = True
    while changed:  # until no pixel's paper is darker than a neighbour's less one step
        changed = False
        for forwards in (True, False):
            order = 1 if forwards else -1
            for y in range(height)[::order]:
                for x in range(width)[::order]:
                    near = [(x, y - 1), (x, y + 1), (x - 1, y), (x + 1, y)]
                    near = [paper[v][u] for u, v in near if 0 <= u < width and 0 <= v < height]
                    best = max([paper[y][x]] + [value - step for value in near])
                    if best != paper[y][x]:
                        paper[y][x], changed = best, True
    return [[255 - (paper[y][x] // 16 - plane[y][x]) for x in range(width)] for y in range(height)]


def otsu(values):
    best, found = (0, 1), (0, 0, 0)
    for threshold in range(255):
        dark = [value for value in values if value <= threshold]
        count, rest = len(dark), len(values) - len(dark)
        if not count or not rest:
            continue
        below = sum(dark)
        above = sum(values) - below
        variance = ((above * count - below * rest) ** 2, count * rest)
        if variance[0] * best[1] > best[0] * variance[1]:
            best = variance
            found = (threshold, below // count, (above * count - below * rest) // (count * rest))
    return found


def parts_of(ink):
    """Sets of places that touch with a side or a corner."""
    left, parts = set(ink), []
    while left:
        part, edge = set(), [left.pop()]
        while edge:
            x, y = edge.pop()
            part.add((x, y))
            for near in [(x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]:
                if near in left:
                    left.remove(near)
                    edge.append(near)
        parts.append(part)
    return parts


def pen_of(ink):
    def run(x, y, i, j):
        length = 1
        for sign in (1, -1):
            step = 1
            while (x + sign * i * step, y + sign * j * step) in ink:
                length, step = length + 1, step + 1
        return length

    widths = sorted(min(run(x, y, 1, 0), run(x, y, 0, 1)) for x, y in ink)
    return widths[(len(widths) - 1) // 2]


def straightness_of(ink):
    n, x, y = len(ink), sum(x for x, _ in ink), sum(y for _, y in ink)
    xx = n * sum(x * x for x, _ in ink) - x * x
    yy = n * sum(y * y for _, y in ink) - y * y
    xy = n * sum(x * y for x, y in ink) - x * y
    roots = isqrt((xx * yy - xy * xy) * 4096), isqrt(((xx - yy) ** 2 + 4 * xy * xy) * 4096)
    whole = 64 * (xx + yy) + roots[1]
    return 2000 * roots[0] // whole if whole else 1000


def measured(size, plane):
    """The measures, whether compact ink is a dot, the box of the ink, and the mask."""
    (width, height), (w, h) = size, (len(plane[0]), len(plane))
    even = evened(plane)
    threshold, dark, contrast = otsu([value for row in even for value in row])
    low, high = dark + contrast // 4, dark + contrast - contrast // 4
    grey = {(x, y) for y in range(h) for x in range(w) if low < even[y][x] < high}
    around = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    inner = sum(all((x + i, y + j) in grey for i, j in around) for x, y in grey)
    ink = {(x, y) for y in range(h) for x in range(w) if even[y][x] <= threshold}
    parts = [part for part in parts_of(ink) if len(part) >= SMALLEST_PART]
    ink = set().union(*parts)
    mask = bytes((x, y) in ink for y in range(h) for x in range(w))
    figures = {
        "signature_contrast": contrast,
        "signature_grey_areas": 1000 * inner // (w * h),
        "signature_parts": len(parts),
        "signature_width": width,
        "signature_height": height,
        "signature_aspect": 1000 * width // height,
    }
    if not ink:
        return figures, False, None, mask
    left, right = min(x for x, _ in ink), max(x for x, _ in ink)
    top, bottom = min(y for _, y in ink), max(y for _, y in ink)
    across, down, pen = right - left + 1, bottom - top + 1, pen_of(ink)
    figures.update({
        "signature_straightness": straightness_of(ink),
        "signature_travel": len(ink) // (pen * pen),
        "signature_ink_share": 1000 * len(ink) // (w * h),
        "signature_ink_width": 1000 * across // w,
        "signature_ink_height": 1000 * down // h,
        "signature_edge": min(left, top, w - 1 - right, h - 1 - bottom),
        "signature_pen_width": 1000 * pen // h,
    })
    x, y = left * width // w, top * height // h
    box = {
        "left": x,
        "top": y,
        "width": -(-(right + 1) * width // w) - x,
        "height": -(-(bottom + 1) * height // h) - y,
    }
    return figures, 1000 * max(across, down) // w < DOT_SIDE, box, mask


def answer(given):
    with open(os.path.join(IMAGES, given["file"]), "rb") as file:
        data = file.read()
    assert len(data) <= MAX_BYTES
    width, height, rows = read_png(data)
    colours = [[[pixel[i] for pixel in row] for row in rows] for i in range(3)]
    colours = [shrunk(plane, width, height) for plane in colours]
    weighed = [[77 * r + 150 * g + 29 * b for r, g, b in zip(*lines)] for lines in zip(*colours)]
    luma = [[(value + 128) // 256 for value in row] for row in weighed]
    figures, small, box, mask = measured((width, height), luma)
    blank = figures["signature_contrast"] < 60
    codes, done = [], {}
    for check, least, most, low, high in BANDS:
        if check not in figures or (blank and check not in ALWAYS):
            continue
        value = done[check] = figures[check]
        if least is not None and value < least:
            dot = low == "SIGNATURE_BLOCK" and small
            codes.append("SIGNATURE_DOT" if dot else low)
        if most is not None and value > most:
            codes.append(high)
    return {
        "verdict": "fail" if codes else "pass",
        "problems": codes,
        "measures": done,
        "ink": box,
        "fingerprint": {
            "pixels": zlib.crc32(bytes(part for row in rows for pixel in row for part in pixel)),
            "ink": zlib.crc32(mask),
        },
    }
