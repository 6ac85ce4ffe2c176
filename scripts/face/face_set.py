"""Makes the pictures on which finding faces is measured.

    face_set.py WHEELS INTO     writes INTO/*.png and INTO/set.tsv

Two portraits in the public domain, each in many distortions, and pictures without a face: samples of
scikit-image, scikit-learn and matplotlib, parts of them, and generated ones. `set.tsv` has a line for
each picture: file, kind (a distortion, or `none` for a picture without a face), and for a face the
centres of its right and left eye in pixels (x, y, x, y; the left upper corner is 0, 0).
"""

import io
import sys
import zipfile
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

# The middle of each iris, right and left as the person has them, read off crops that were enlarged 16
# and 9 times under a grid with a line at every tenth pixel. Read to about a pixel, which is a
# fiftieth of the distance between the eyes in the first portrait and an eightieth in the second.
PORTRAITS = {
    "astronaut": ("skimage/data/astronaut.png", (204.0, 101.3, 247.0, 103.5)),
    "hopper": (
        "matplotlib/mpl-data/sample_data/grace_hopper.jpg",
        (222.5, 189.5, 305.0, 186.5),
    ),
}

SCIKIT_IMAGE = """brick cell chelsea chessboard_GRAY chessboard_RGB clock_motion coffee coins color
    grass gravel horse hubble_deep_field ihc logo microaneurysms moon motorcycle_left page phantom
    retina rocket text""".split()
SCIKIT_LEARN = ["china", "flower"]
MATPLOTLIB = ["logo2", "Minduka_Present_Blue_Pack"]
# Of these, parts are taken too.
LARGE = """chelsea china coffee coins flower gravel hubble_deep_field ihc motorcycle_left page retina
    rocket""".split()


class Wheels:
    def __init__(self, folder):
        self.files = [zipfile.ZipFile(path) for path in sorted(Path(folder).glob("*.whl"))]

    def picture(self, stem):
        """The picture with this path, with or without its ending."""
        for wheel in self.files:
            for name in wheel.namelist():
                if name == stem or name in (f"{stem}.png", f"{stem}.jpg"):
                    picture = Image.open(io.BytesIO(wheel.read(name)))
                    return on_white(picture)
        sys.exit(f"face_set: {stem} is in none of the wheels")


def on_white(picture):
    picture = picture.convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")


class Face:
    """A portrait with its eyes."""

    def __init__(self, picture, eyes):
        self.picture = picture
        self.eyes = eyes

    def changed(self, change):
        return Face(change(self.picture), self.eyes)

    def array(self, change):
        values = numpy.asarray(self.picture).astype(float)
        values = numpy.clip(numpy.rint(change(values)), 0, 255).astype(numpy.uint8)
        return Face(Image.fromarray(values), self.eyes)

    def mapped(self, size, matrix, fill=(128, 128, 128)):
        """Resampled; the matrix leads from old places to new ones, by two rows of three."""
        a, b, c, d, e, f = matrix
        whole = numpy.array([[a, b, c], [d, e, f], [0, 0, 1]])
        back = numpy.linalg.inv(whole)[:2].reshape(-1)
        picture = self.picture
        scale = abs(a * e - b * d) ** 0.5
        if scale < 1:
            # Without this, sampling between pixels would leave most of them out.
            picture = picture.filter(ImageFilter.GaussianBlur(float(0.4 / scale)))
        picture = picture.transform(
            size, Image.Transform.AFFINE, tuple(back), Image.Resampling.BICUBIC, fillcolor=fill
        )
        right, left = numpy.array(self.eyes[:2] + (1,)), numpy.array(self.eyes[2:] + (1,))
        eyes = tuple((whole @ right)[:2]) + tuple((whole @ left)[:2])
        return Face(picture, eyes)

    def scaled(self, factor):
        size = tuple(round(side * factor) for side in self.picture.size)
        return self.mapped(size, (factor, 0, 0, 0, factor, 0))

    def framed(self, size, distance, x, y, degrees=0):
        """With the middle between the eyes at a place, and the eyes so far apart."""
        right, left = numpy.array(self.eyes[:2]), numpy.array(self.eyes[2:])
        factor = distance / numpy.linalg.norm(left - right)
        angle = numpy.radians(degrees)
        turn = factor * numpy.array(
            [[numpy.cos(angle), -numpy.sin(angle)], [numpy.sin(angle), numpy.cos(angle)]]
        )
        shift = numpy.array([x, y]) - turn @ ((right + left) / 2)
        rows = numpy.column_stack([turn, shift]).reshape(-1)
        return self.mapped(size, tuple(float(value) for value in rows))

    def mirrored(self):
        width = self.picture.width
        right_x, right_y, left_x, left_y = self.eyes
        eyes = (width - left_x, left_y, width - right_x, right_y)
        return Face(ImageOps.mirror(self.picture), eyes)

    def before(self, background):
        """Before another background: what is outside an ellipse around the head and the shoulders."""
        right, left = numpy.array(self.eyes[:2]), numpy.array(self.eyes[2:])
        middle, distance = (right + left) / 2, numpy.linalg.norm(left - right)
        mask = Image.new("L", self.picture.size, 0)
        draw = ImageDraw.Draw(mask)
        for dx, dy, rx, ry in ((0, 0.2, 1.7, 2.1), (0, 5.5, 4.5, 3.2)):
            x, y = middle[0] + dx * distance, middle[1] + dy * distance
            box = (x - rx * distance, y - ry * distance, x + rx * distance, y + ry * distance)
            draw.ellipse(box, fill=255)
        mask = mask.filter(ImageFilter.GaussianBlur(float(distance / 20)))
        background = ImageOps.fit(background, self.picture.size)
        return Face(Image.composite(self.picture, background, mask), self.eyes)


def jpeg(quality):
    def change(picture):
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=quality)
        return Image.open(file).convert("RGB")

    return change


def side_light(values):
    width = values.shape[1]
    return values * numpy.linspace(0.25, 1.2, width)[None, :, None]


def distortions(face, random, backgrounds):
    """Each distortion by its name."""
    distance = numpy.hypot(face.eyes[2] - face.eyes[0], face.eyes[3] - face.eyes[1])
    card = face.framed((600, 800), 140, 300, 340)
    yield "as it is", face
    yield "half the size", face.scaled(0.5)
    yield "twice the size", face.scaled(2)
    yield "framed for a card", card
    yield "framed, 1200 by 1600", face.framed((1200, 1600), 280, 600, 680)
    yield "tilted by 15 degrees", face.framed((600, 800), 140, 300, 340, 15)
    yield "tilted by -15 degrees", face.framed((600, 800), 140, 300, 340, -15)
    yield "tilted by 30 degrees", face.framed((600, 800), 140, 300, 340, 30)
    yield "close", face.framed((480, 640), 200, 240, 280)
    yield "far away", face.framed((800, 600), 40, 400, 220)
    yield "very far away", face.framed((800, 600), 22, 250, 220)
    yield "off centre, left", face.framed((600, 800), 100, 130, 250)
    yield "off centre, low right", face.framed((600, 800), 100, 470, 560)
    yield "dark", face.changed(lambda picture: ImageEnhance.Brightness(picture).enhance(0.3))
    yield "bright", face.changed(lambda picture: ImageEnhance.Brightness(picture).enhance(1.7))
    yield "flat", face.changed(lambda picture: ImageEnhance.Contrast(picture).enhance(0.35))
    yield "light from the side", face.array(side_light)
    blur = ImageFilter.GaussianBlur(float(distance / 18))
    yield "blurred", face.changed(lambda picture: picture.filter(blur))
    yield "noisy", face.array(lambda values: values + random.normal(0, 30, values.shape))
    yield "JPEG of quality 10", face.changed(jpeg(10))
    yield "grey", face.changed(lambda picture: picture.convert("L").convert("RGB"))
    yield "mirrored", face.mirrored()
    yield "cast of yellow", face.array(lambda values: values * (1.15, 1.0, 0.55))
    yield "cast of blue", face.array(lambda values: values * (0.65, 0.9, 1.25))
    yield "before bricks", face.before(backgrounds[0])
    yield "before a room", face.before(backgrounds[1])


def parts(picture):
    """Three parts of a picture, each half of its sides."""
    width, height = picture.size
    for x, y in ((0, 0), (0.5, 0.25), (0.25, 0.5)):
        left, top = int(x * width), int(y * height)
        yield picture.crop((left, top, left + width // 2, top + height // 2))


def clouds(random, size, colour):
    total = numpy.zeros((size, size))
    for octave in range(1, 7):
        grain = random.random((2**octave, 2**octave)) * 255
        layer = Image.fromarray(grain.astype(numpy.uint8)).resize((size, size), Image.BICUBIC)
        total += numpy.asarray(layer).astype(float) / 2**octave
    values = total[..., None] * numpy.array(colour) / 255
    return Image.fromarray(numpy.clip(values, 0, 255).astype(numpy.uint8))


def generated(random):
    """Pictures that nobody is in, five of each kind."""
    size = (480, 640)

    def blank(colour=(235, 235, 235)):
        picture = Image.new("RGB", size, colour)
        return picture, ImageDraw.Draw(picture)

    def box(most):
        x, y = int(random.integers(0, size[0])), int(random.integers(0, size[1]))
        return (x, y, x + int(random.integers(8, most)), y + int(random.integers(8, most)))

    def colour():
        return tuple(int(part) for part in random.integers(0, 256, 3))

    for index in range(5):
        grain = random.integers(0, 256, (640 >> index, 480 >> index, 3)).astype(numpy.uint8)
        yield Image.fromarray(grain).resize(size, Image.Resampling.BILINEAR)
        yield clouds(random, 512, ((255, 255, 255), (230, 180, 150), (120, 160, 220))[index % 3])
        picture, draw = blank(colour())
        for _ in range(60):
            draw.ellipse(box(120), fill=colour(), outline=colour())
        yield picture
        picture, draw = blank(colour())
        for _ in range(60):
            draw.rectangle(box(160), fill=colour(), outline=colour())
        yield picture
        # Skin without a face in it.
        picture, draw = blank((200, 205, 210))
        draw.ellipse((90, 100, 390, 520 + 10 * index), fill=(220 - 30 * index, 170 - 25 * index, 145))
        yield picture.filter(ImageFilter.GaussianBlur(4))
        # Windows of a house, in rows.
        picture, draw = blank((180, 120 + 15 * index, 90))
        step = 60 + 14 * index
        for y in range(30, 640, step):
            for x in range(30, 480, step):
                draw.rectangle((x, y, x + step // 2, y + step // 2), fill=(40, 50, 70))
        yield picture
        # A signature on paper.
        picture, draw = blank((250, 249, 244))
        steps = random.normal(0, 1, (60, 2)).cumsum(0)
        line = [(240 + 25 * x, 320 + 12 * y) for x, y in steps]
        draw.line(line, fill=(20, 30, 90), width=3 + index, joint="curve")
        yield picture
        # Lines of a page.
        picture, draw = blank((255, 255, 255))
        for y in range(40, 600, 14 + 4 * index):
            x = 40
            while x < 420:
                word = int(random.integers(10, 60))
                draw.rectangle((x, y, x + word, y + 6 + index), fill=(30, 30, 30))
                x += word + 8
        yield picture


def main():
    wheels, into = Wheels(sys.argv[1]), Path(sys.argv[2])
    into.mkdir(parents=True, exist_ok=True)
    for old in into.glob("*.png"):
        old.unlink()
    random = numpy.random.default_rng(1)
    lines = []

    def keep(picture, kind, eyes=()):
        name = f"{len(lines):03}.png"
        picture.save(into / name)
        lines.append("\t".join([name, kind, *(f"{place:.2f}" for place in eyes)]))

    samples = {name: wheels.picture(f"skimage/data/{name}") for name in SCIKIT_IMAGE}
    for name in SCIKIT_LEARN:
        samples[name] = wheels.picture(f"sklearn/datasets/images/{name}")
    for name in MATPLOTLIB:
        samples[name] = wheels.picture(f"matplotlib/mpl-data/sample_data/{name}")

    backgrounds = samples["brick"], samples["motorcycle_left"]
    for path, eyes in PORTRAITS.values():
        face = Face(wheels.picture(path), eyes)
        for kind, distorted in distortions(face, random, backgrounds):
            keep(distorted.picture, kind, distorted.eyes)

    for picture in samples.values():
        keep(picture, "none")
    for name in LARGE:
        for part in parts(samples[name]):
            keep(part, "none")
    # The suit of one portrait, and the uniform of the other.
    keep(wheels.picture(PORTRAITS["astronaut"][0]).crop((0, 230, 512, 512)), "none")
    keep(wheels.picture(PORTRAITS["hopper"][0]).crop((0, 380, 512, 600)), "none")
    for picture in generated(random):
        keep(picture, "none")
    (into / "set.tsv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
