"""Makes the photos that the checks of portraits are tested with, from one public-domain portrait.

    make.py PORTRAIT FOLDER

PORTRAIT is `grace_hopper.jpg` of the PyPI package matplotlib: Grace Hopper, photographed by the US
Navy in 1984, in the public domain. She is cut out by a mask drawn by hand and put before a plain
wall; `good` passes every check, and each other photo fails what its name says. Everything is
computed in whole numbers or written by the pinned version of Pillow, so that the files are the same
everywhere.
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

# The person in the portrait: from the left shoulder over cap and hair to the right one.
PERSON = [
    (0, 600), (14, 560), (24, 480), (50, 396), (110, 362), (190, 330), (204, 318), (196, 300),
    (176, 288), (160, 262), (152, 215), (156, 180), (149, 160), (147, 110), (166, 90), (174, 58),
    (190, 38), (225, 24), (262, 22), (300, 32), (338, 56), (352, 86), (369, 92), (373, 140),
    (368, 178), (377, 210), (366, 250), (358, 285), (342, 306), (330, 318), (345, 334), (400, 358),
    (484, 392), (506, 440), (512, 470), (512, 600),
]
# The middle between her eyes, and how far they are apart, in the portrait.
EYES, APART = (265, 191), 87
# The face: the middle and the half axes of an ellipse.
FACE, AXES = (265, 225), (92, 112)
WALL = (226, 227, 229)


def canvas(person, mask, size=(600, 800), apart=162, eyes=(0.5, 0.4), angle=0, wall=None):
    """The person before a wall, her eyes this many pixels apart and their middle at this part."""
    scale = apart / APART
    turned = person, mask
    if angle:
        turned = [
            image.rotate(-angle, Image.Resampling.BICUBIC, center=EYES) for image in turned
        ]
    width, height = (round(side * scale) for side in person.size)
    person, mask = (image.resize((width, height), Image.Resampling.LANCZOS) for image in turned)
    wall = wall or Image.new("RGB", size, WALL)
    left = round(size[0] * eyes[0] - EYES[0] * scale)
    top = round(size[1] * eyes[1] - EYES[1] * scale)
    wall.paste(person, (left, top), mask)
    # The area below the portrait goes on as its last row does.
    bottom = top + height
    if bottom < size[1]:
        last = wall.crop((0, bottom - 3, size[0], bottom - 2)).resize((size[0], size[1] - bottom))
        wall.paste(last, (0, bottom))
    return wall


def of_face(person, change):
    """The portrait with the levels of the face, and only of it, changed by a function."""
    face = Image.new("L", person.size, 0)
    (x, y), (a, b) = FACE, AXES
    ImageDraw.Draw(face).ellipse((x - a, y - b, x + a, y + b), fill=255)
    face = face.filter(ImageFilter.GaussianBlur(6))
    levels = np.asarray(person).astype(np.int32)
    changed = np.clip(change(levels), 0, 255).astype(np.uint8)
    return Image.composite(Image.fromarray(changed), person, face)


def gradient(low, high, size=(600, 800)):
    row = np.linspace(low, high, size[0]).round().astype(np.uint8)
    return Image.fromarray(np.repeat(np.tile(row, (size[1], 1))[:, :, None], 3, axis=2))


def shelf(size=(600, 800)):
    """Books of many colours."""
    wall, draw = Image.new("RGB", size, WALL), None
    draw = ImageDraw.Draw(wall)
    for number, left in enumerate(range(0, size[0], 24)):
        for shelf_number, top in enumerate(range(0, size[1], 110)):
            tone = 120 + (number * 53 + shelf_number * 31) % 120
            shade = (tone, (tone * 7 + 60) % 130 + 110, (tone * 5 + 20) % 130 + 110)
            draw.rectangle((left, top, left + 19, top + 96), fill=shade)
    return wall


def shadow(size=(600, 800)):
    """A wall with the soft shadow of a head."""
    wall = Image.new("L", size, WALL[0])
    ImageDraw.Draw(wall).ellipse((330, -60, 760, 420), fill=120)
    return wall.filter(ImageFilter.GaussianBlur(30)).convert("RGB")


def open_mouth(person):
    person = person.copy()
    draw = ImageDraw.Draw(person)
    draw.ellipse((240, 262, 296, 306), fill=(150, 80, 75))
    draw.ellipse((246, 268, 290, 300), fill=(40, 12, 14))
    draw.rectangle((254, 270, 282, 275), fill=(225, 220, 210))
    return person


def photos(portrait):
    mask = Image.new("L", portrait.size, 0)
    ImageDraw.Draw(mask).polygon(PERSON, fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(1.5))

    def made(person=portrait, **options):
        return canvas(person, mask, **options)

    good = made()
    yield "good", good
    yield "large", made(size=(1200, 1600), apart=324)
    yield "face_dark", made(of_face(portrait, lambda levels: levels * 36 // 100))
    yield "face_bright", made(of_face(portrait, lambda levels: levels * 35 // 100 + 168))
    yield "face_flat", made(of_face(portrait, lambda levels: (levels - 140) * 12 // 100 + 140))

    def glare(levels):
        rows, columns = np.mgrid[0 : levels.shape[0], 0 : levels.shape[1]]
        spot = (rows - 165) ** 2 + (columns - 265) ** 2 < 34**2
        return np.where(spot[:, :, None], 255, levels)

    yield "face_glare", made(of_face(portrait, glare))

    def cap(levels):
        rows = np.arange(levels.shape[0])[:, None, None]
        return np.where((rows < 174) | (rows > 278), levels * 6 // 100, levels)

    yield "face_shadow", made(of_face(portrait, cap))

    def half(levels):
        side = np.where(np.arange(levels.shape[1]) < 265, 100, 44)
        return levels * side[None, :, None] // 100

    yield "face_uneven", made(of_face(portrait, half))
    yield "face_green", made(of_face(portrait, lambda levels: levels * [70, 120, 70] // 100))
    yield "blurred", made(portrait.filter(ImageFilter.GaussianBlur(3.2)))
    yield "greyscale", made().convert("L").convert("RGB")
    yield "tilted", made(angle=12)
    yield "mouth_open", made(open_mouth(portrait))
    yield "few_pixels", made(size=(420, 560), apart=114)
    yield "eyes_70_apart", made(size=(258, 344), apart=70)
    yield "square", made(size=(800, 800), apart=190)
    yield "head_small", made(apart=115)
    yield "head_large", made(apart=222, eyes=(0.5, 0.45))
    yield "face_left", made(eyes=(0.42, 0.4))
    yield "face_right", made(eyes=(0.58, 0.4))
    yield "face_high", made(apart=150, eyes=(0.5, 0.27))
    yield "face_low", made(apart=150, eyes=(0.5, 0.53))
    yield "wall_busy", made(wall=shelf())
    yield "wall_gradient", made(wall=gradient(250, 150))
    yield "wall_shadow", made(wall=shadow())
    yield "wall_dark", made(wall=Image.new("RGB", (600, 800), (88, 90, 92)))
    yield "wall_red", made(wall=Image.new("RGB", (600, 800), (235, 150, 140)))
    twice = made(eyes=(0.62, 0.4))
    small = portrait.crop((140, 90, 390, 340)).resize((210, 210), Image.Resampling.LANCZOS)
    twice.paste(small, (10, 60))
    yield "two_faces", twice
    yield "no_face", shelf()


def main():
    portrait = Image.open(sys.argv[1]).convert("RGB")
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name, photo in photos(portrait):
        photo.save(folder / f"{name}.png")
        if name == "good":
            photo.save(folder / "good.jpg", quality=92)
            photo.save(folder / "compressed.jpg", quality=12)
            exif = Image.Exif()
            exif.get_ifd(0x8825)[1] = "N"
            photo.save(folder / "gps.jpg", quality=92, exif=exif)
            exif = Image.Exif()
            exif[0x0112] = 6
            photo.rotate(90, expand=True).save(folder / "lying.jpg", quality=92, exif=exif)


main()
