"""Photos, signatures and strokes: reports, pictures, and what they show of a person."""

from __future__ import annotations

import datetime
import json
import pickle
from typing import Any

import pytest

import qujat
import samples

TODAY = datetime.date(2026, 2, 10)
PHOTOS = samples.IMAGES / "photos"
SIGNATURE = (samples.IMAGES / "signatures" / "signature-1.png").read_bytes()


def photo(name: str) -> bytes:
    return (PHOTOS / name).read_bytes()


class TestPhotos:
    def test_a_good_one_passes(self, rules: qujat.Rulebook) -> None:
        data = photo("good.jpg")
        report = rules.check_photo(data, TODAY)
        assert report.verdict is qujat.Verdict.PASS
        assert report.file == rules.inspect_image(data, TODAY)
        for kind in (bytearray(data), memoryview(data)):
            assert rules.check_photo(kind, TODAY) == report

    def test_a_bad_one_says_what_is_wrong(self, rules: qujat.Rulebook) -> None:
        report = rules.check_photo(photo("no_face.png"), TODAY)
        assert report.verdict is qujat.Verdict.FAIL and report.face is None
        failed = [check for check in report.checks if check.verdict is qujat.Verdict.FAIL]
        assert failed
        texts = [statement.text for statement in rules.explain(report, "ru")]
        assert len(texts) == len(report.checks)
        assert rules.text(failed[0].reason, "ru") in texts

    def test_another_file_is_reported_too(self, rules: qujat.Rulebook) -> None:
        report = rules.check_photo(b"GIF89a", TODAY)
        assert report.verdict is qujat.Verdict.FAIL and report.file is None
        assert report.checks[0].reason.code == "IMAGE_FORMAT"
        with pytest.raises(TypeError):
            rules.check_photo("text", TODAY)  # type: ignore[arg-type]

    def test_a_report_shows_no_place_of_the_face(self, rules: qujat.Rulebook) -> None:
        report = rules.check_photo(photo("good.jpg"), TODAY)
        assert report.face is not None and len(report.face.outline) > 10
        assert repr(report.face) == "FaceOutline(***)"
        assert "face=FaceOutline(***)" in repr(report)
        assert json.loads(report.to_json())["face"]["chin"]["x"] == report.face.chin.x

    def test_assess_looks_at_the_files(self, rules: qujat.Rulebook, form: bytes) -> None:
        good = rules.assess(form, TODAY, photo=photo("good.jpg"), signature=SIGNATURE)
        assert good.outcome is qujat.AssessmentOutcome.ACCEPTED
        assert good.photo == rules.check_photo(photo("good.jpg"), TODAY)
        assert good.signature == rules.check_signature(SIGNATURE, TODAY)
        bad = rules.assess(form, TODAY, photo=photo("no_face.png"), signature=b"")
        assert bad.outcome is not qujat.AssessmentOutcome.ACCEPTED
        places = {problem.pointer for problem in bad.problems if problem.is_blocking}
        assert places == {"/photo", "/signature"}
        neither = rules.assess(form, TODAY)
        assert neither.photo is None and neither.signature is None


class TestPictures:
    def test_pixels_are_bytes(self, rules: qujat.Rulebook) -> None:
        picture = rules.decode_image(photo("good.jpg"), TODAY)
        assert type(picture.rgb) is bytes
        assert len(picture.rgb) == 3 * picture.width * picture.height
        assert repr(picture) == f"Picture(width={picture.width}, height={picture.height}, ***)"
        assert picture == qujat.Picture(picture.width, picture.height, picture.rgb)

    def test_pixels_are_those_of_the_file(self, rules: qujat.Rulebook) -> None:
        normal = rules.normalise_signature(SIGNATURE, TODAY)
        picture = rules.decode_image(normal, TODAY)
        assert picture.rgb[:3] == b"\xff\xff\xff"
        assert picture.rgb[0::3] == picture.rgb[1::3] == picture.rgb[2::3], "it is grey"
        again = rules.normalise_signature(normal, TODAY)
        assert rules.decode_image(again, TODAY) == picture

    def test_what_is_no_picture_is_an_error(self, rules: qujat.Rulebook) -> None:
        with pytest.raises(qujat.ImageError) as caught:
            rules.decode_image(b"GIF89a", TODAY)
        assert caught.value.code == "IMAGE_FORMAT"
        with pytest.raises(qujat.Error):
            rules.normalise_signature(b"", TODAY)


def drawn(*strokes: list[dict[str, float]]) -> qujat.Strokes:
    text = json.dumps({"width": 600, "height": 200, "strokes": strokes})
    return qujat.Strokes.from_json(text)


class TestStrokes:
    def test_they_are_read_and_written(self) -> None:
        strokes = samples.strokes()
        assert (strokes.stroke_count, strokes.point_count) == (1, 100)
        assert qujat.Strokes.from_json(strokes.to_json()) == strokes
        assert json.loads(drawn([{"x": 1, "y": 2.5}]).to_json()) == {
            "width": 600,
            "height": 200,
            "strokes": [[{"x": 1, "y": 2.5}]],
        }
        assert drawn([{"x": 1, "y": 2}]) != drawn([{"x": 1, "y": 3}])
        assert drawn([{"x": 1, "y": 2}]) != drawn([{"x": 1, "y": 2, "t": 0}])

    def test_only_their_number_is_shown(self) -> None:
        assert repr(samples.strokes()) == "Strokes(<1 strokes, 100 points>)"

    def test_the_longest_are_pickled(self) -> None:
        points = [{"x": -0.3, "y": 2.01, "t": 0.3 * index} for index in range(25_000)]
        strokes = drawn(points)
        with pytest.raises(qujat.InputError) as caught:
            qujat.Strokes.from_json(strokes.to_json())
        assert caught.value.code == "JSON_TOO_LARGE"
        assert pickle.loads(pickle.dumps(strokes)) == strokes

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("{", ["JSON_SYNTAX "]),
            ("{}", ["MISSING_FIELD /width", "MISSING_FIELD /height", "MISSING_FIELD /strokes"]),
            (
                '{"width": 0, "height": 1, "strokes": [[{"x": "1", "y": 1}]]}',
                ["NUMBER_RANGE /width", "WRONG_TYPE /strokes/0/0/x"],
            ),
        ],
    )
    def test_problems_have_places(self, text: Any, found: list[str]) -> None:
        with pytest.raises(qujat.InputError) as caught:
            qujat.Strokes.from_json(text)
        assert [f"{p.code} {p.pointer}" for p in caught.value.problems] == found

    def test_they_are_checked_and_drawn(self, rules: qujat.Rulebook) -> None:
        strokes = samples.strokes()
        assert rules.check_strokes(strokes, TODAY).verdict is qujat.Verdict.PASS
        assert rules.check_signature(rules.render_strokes(strokes, TODAY), TODAY).file is not None
        dot = drawn([{"x": 300, "y": 100}])
        assert rules.check_strokes(dot, TODAY).verdict is qujat.Verdict.FAIL
        with pytest.raises(qujat.SignatureError) as caught:
            rules.render_strokes(dot, TODAY)
        failed = [c for c in rules.check_strokes(dot, TODAY).checks if c.verdict == "fail"]
        codes = [check.reason.code for check in failed]
        assert [problem.code for problem in caught.value.problems] == codes
