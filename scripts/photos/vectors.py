"""Writes core/vectors/photo.json: what each photo of make.py must fail, and the figures measured.

    vectors.py ANSWER

ANSWER is the program core/tools/src/bin/answer.rs. The checks that fail or warn are designed,
here, from the changes of the photo; this program stops if the library says otherwise. The figures
and checksums are the library's own: they are in the vectors so that all platforms and languages
are held to the same ones.
"""

import json
import subprocess
import sys
from pathlib import Path

VECTORS = Path(__file__).parents[2] / "core" / "vectors"

# File: why, what fails, what is warned of. Two measures of one matter (the width and the height of
# the head) fall together in a real head; the eyes cannot be 70 pixels apart in a picture of 480
# pixels whose head is at least half as wide.
PHOTOS = {
    "good.png": ("every measure is inside its limits", {}, {}),
    "good.jpg": ("the same as JPEG", {}, {}),
    "large.png": ("the same at twice the size", {}, {}),
    "lying.jpg": ("stored on its side, upright by EXIF", {}, {}),
    "gps.jpg": ("tells where it was taken", {}, {"metadata": "PHOTO_METADATA"}),
    "compressed.jpg": ("JPEG quality 12", {"compression": "PHOTO_COMPRESSED"}, {}),
    "few_pixels.png": (
        "420 x 560 pixels",
        {"resolution": "PHOTO_RESOLUTION"},
        {"eye_distance": "PHOTO_EYE_DISTANCE"},
    ),
    "eyes_70_apart.png": (
        "eyes 70 pixels apart, which needs a small picture",
        {"resolution": "PHOTO_RESOLUTION", "eye_distance": "PHOTO_EYE_DISTANCE"},
        {},
    ),
    "square.png": ("1:1", {"aspect": "PHOTO_ASPECT"}, {}),
    "no_face.png": ("books", {"face_count": "PHOTO_NO_FACE"}, {}),
    "two_faces.png": ("a second, smaller face", {"face_count": "PHOTO_SEVERAL_FACES"}, {}),
    "head_small.png": (
        "the head is 43 % of the width",
        {"head_width": "PHOTO_HEAD_TOO_SMALL", "head_height": "PHOTO_HEAD_TOO_SMALL"},
        {"eye_distance": "PHOTO_EYE_DISTANCE"},
    ),
    "head_large.png": (
        "the head is 78 % of the width",
        {"head_width": "PHOTO_HEAD_TOO_LARGE", "head_height": "PHOTO_HEAD_TOO_LARGE"},
        {},
    ),
    "face_left.png": ("the eyes at 42 %", {"face_horizontal": "PHOTO_FACE_LEFT"}, {}),
    "face_right.png": ("the eyes at 58 %", {"face_horizontal": "PHOTO_FACE_RIGHT"}, {}),
    "face_high.png": ("the eyes at 27 %", {"face_vertical": "PHOTO_FACE_HIGH"}, {}),
    "face_low.png": ("the eyes at 53 %", {"face_vertical": "PHOTO_FACE_LOW"}, {}),
    "tilted.png": ("turned by 12 degrees", {"roll": "PHOTO_TILTED"}, {}),
    "mouth_open.png": ("an open mouth, painted", {"mouth_closed": "PHOTO_MOUTH_OPEN"}, {}),
    "face_dark.png": ("the face at 36 % of its light", {"brightness": "PHOTO_TOO_DARK"}, {}),
    "face_bright.png": ("the face almost white", {"brightness": "PHOTO_TOO_BRIGHT"}, {}),
    "face_glare.png": ("a white spot on the forehead", {"bright_share": "PHOTO_TOO_BRIGHT"}, {}),
    "face_shadow.png": (
        "forehead and chin in the dark",
        {"dark_share": "PHOTO_TOO_DARK"},
        {},
    ),
    "face_flat.png": (
        "the face with an eighth of its contrast",
        {"contrast": "PHOTO_FLAT"},
        {"colour": "PHOTO_GREYSCALE"},
    ),
    "face_uneven.png": ("half of the face in the dark", {"even_light": "PHOTO_UNEVEN_LIGHT"}, {}),
    "face_green.png": ("green light", {"natural_colour": "PHOTO_UNNATURAL_COLOUR"}, {}),
    "greyscale.png": ("black and white", {"colour": "PHOTO_GREYSCALE"}, {}),
    "blurred.png": ("blurred by six pixels", {"sharpness": "PHOTO_BLURRED"}, {}),
    "wall_busy.png": (
        "books behind her",
        {"background_plain": "PHOTO_BACKGROUND_BUSY"},
        {"background_even": "PHOTO_BACKGROUND_UNEVEN"},
    ),
    "wall_gradient.png": (
        "the wall is lit from one side",
        {"background_even": "PHOTO_BACKGROUND_UNEVEN"},
        {},
    ),
    "wall_shadow.png": (
        "a shadow on the wall",
        {"background_even": "PHOTO_BACKGROUND_UNEVEN"},
        {},
    ),
    "wall_dark.png": ("a dark wall", {"background_light": "PHOTO_BACKGROUND_DARK"}, {}),
    "wall_red.png": ("a red wall", {"background_colour": "PHOTO_BACKGROUND_COLOURED"}, {}),
}


def main():
    answers = subprocess.run(
        [sys.argv[1]],
        input="".join(
            json.dumps({"operation": "photo", "input": {"file": f"photos/{file}"}}) + "\n"
            for file in PHOTOS
        ),
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    vectors, wrong = [], []
    for (file, (why, fails, warns)), answer in zip(PHOTOS.items(), answers, strict=True):
        found = json.loads(answer)["expect"]
        for verdict, designed in (("fail", fails), ("warn", warns)):
            said = {
                kind: check["code"]
                for kind, check in found["checks"].items()
                if check["verdict"] == verdict
            }
            if said != designed:
                wrong.append(f"{file}: {verdict} {said}, designed {designed}")
        overall = "fail" if fails else "warn" if warns else "pass"
        if found["verdict"] != overall:
            wrong.append(f"{file}: {found['verdict']}, designed {overall}")
        vectors.append(
            {
                "name": file.replace("_", "-"),
                "why": f"SPEC 11.2: {why}",
                "input": {"file": f"photos/{file}"},
                "expect": found,
            }
        )
    if wrong:
        sys.exit("\n".join(wrong))
    lines = ",\n".join("    " + json.dumps(vector, ensure_ascii=False) for vector in vectors)
    about = (
        "SPEC 11.2: for each check a photo that fails it and nothing else, as far as that can be, "
        "and one that passes all. Verdicts and codes are designed; figures are recorded."
    )
    head = {"operation": "photo", "about": about, "cases": len(vectors)}
    text = json.dumps(head, ensure_ascii=False, indent=2)[:-2]
    (VECTORS / "photo.json").write_text(f'{text},\n  "vectors": [\n{lines}\n  ]\n}}\n')


main()
