"""Pictures to measure with, and what a good team would ask of them with Pillow and OpenCV."""

from __future__ import annotations

import io
from pathlib import Path

import cv2
import numpy
from PIL import Image, ImageDraw, ImageStat

cv2.setNumThreads(1)
Statistics = tuple[tuple[int, int], list[float], list[float]]


def enlarged(data: bytes) -> bytes:
    """A photo in twice its size, as JPEG."""
    image = Image.open(io.BytesIO(data))
    file = io.BytesIO()
    image.resize((image.width * 2, image.height * 2)).save(file, "JPEG", quality=92)
    return file.getvalue()


def photo_statistics(data: bytes) -> Statistics:
    """Size, means and deviations."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    statistics = ImageStat.Stat(image)
    return image.size, statistics.mean, statistics.stddev


def line() -> bytes:
    """A line on white, 600 × 200, as a signature."""
    image = Image.new("RGB", (600, 200), "white")
    points = [(40 + 5 * step, 100 + (step * 37 % 120) - 60) for step in range(104)]
    ImageDraw.Draw(image).line(points, fill=(17, 34, 51), width=5, joint="curve")
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def draft_statistics(data: bytes) -> Statistics:
    """The same of a picture that is decoded at half its size."""
    image = Image.open(io.BytesIO(data))
    image.draft("RGB", (image.width // 2, image.height // 2))
    statistics = ImageStat.Stat(image)
    return image.size, statistics.mean, statistics.stddev


def opencv_statistics(data: bytes) -> Statistics:
    """The same with OpenCV."""
    image = cv2.imdecode(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_COLOR)
    mean, deviation = cv2.meanStdDev(image)
    return image.shape[1::-1], mean.ravel().tolist(), deviation.ravel().tolist()


CASCADE = cv2.CascadeClassifier(
    str(Path(cv2.data.haarcascades) / "haarcascade_frontalface_default.xml")
)


def faces(data: bytes) -> list[list[int]]:
    """The boxes of the faces that OpenCV's Haar cascade finds in a whole photo."""
    image = cv2.imdecode(numpy.frombuffer(data, numpy.uint8), cv2.IMREAD_GRAYSCALE)
    return [list(map(int, box)) for box in CASCADE.detectMultiScale(image, 1.1, 5, minSize=(120, 120))]
