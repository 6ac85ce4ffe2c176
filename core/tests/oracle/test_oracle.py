"""Known answers of the specification, given to the oracle; and the comparison itself.

Run with `python3 -m unittest discover core/tests/oracle`.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
import unittest
from datetime import date

import compare
import fee
import generate
import iin
import notice
import oracle
import signature
import sms
import times
import working_calendar
from names import EVENT_ILLEGAL, EXEMPTIONS

HERE = os.path.dirname(os.path.abspath(__file__))


def ask(operation, **given):
    return oracle.expected(operation, given)


class Case(unittest.TestCase):
    def gives(self, wanted, operation, **given):
        """The answer has at least what is wanted."""
        found = ask(operation, **given)
        self.assertEqual([], list(compare.differences({"expect": wanted}, found)), found)

    def refuses(self, codes, operation, **given):
        found = ask(operation, **given)
        self.assertEqual(codes, compare.without_pointers(found).get("error"), found)


class Eligibility(Case):
    def ask_card(self, expires_on, today, **other):
        given = {"document": "identity_card", "ground": "expiry", **other}
        return ask("eligibility", expires_on=expires_on, today=today, **given)["expect"]

    def codes(self, *given, **other):
        return [reason["code"] for reason in self.ask_card(*given, **other)["reasons"]]

    def test_card_expiring_2025_11_10(self):
        answer = self.ask_card("2025-11-10", "2025-10-11")
        self.assertEqual("eligible", answer["outcome"])
        self.assertEqual(30, answer["days_left"])
        self.assertEqual({"first": "2025-10-11", "last": "2025-11-20"}, answer["online"])
        self.assertEqual(["TOO_EARLY"], self.codes("2025-11-10", "2025-10-10"))
        self.assertEqual(["ELIGIBLE"], self.codes("2025-11-10", "2025-11-20"))
        self.assertEqual(["TOO_LATE"], self.codes("2025-11-10", "2025-11-21"))

    def test_window_clipped_to_the_pilot(self):
        answer = self.ask_card("2026-03-15", "2026-02-20")
        self.assertEqual({"first": "2026-02-13", "last": "2026-02-28"}, answer["online"])

    def test_window_that_opens_after_the_pilot(self):
        answer = self.ask_card("2026-04-01", "2026-02-20")
        self.assertIsNone(answer["online"])
        self.assertEqual(["NEVER_ONLINE"], [reason["code"] for reason in answer["reasons"]])

    def test_a_card_that_expired_before_the_pilot(self):
        self.assertEqual(["LONG_EXPIRED"], self.codes("2025-05-17", "2025-05-28"))
        self.assertEqual(["ELIGIBLE"], self.codes("2025-05-18", "2025-05-28"))
        self.assertEqual(["TOO_LATE"], self.codes("2025-05-18", "2025-05-29"))

    def test_a_pilot_that_pauses(self):
        overlay = {"edition": "paused", "extends": "service-2025", "pilot": {
            "period": {"from": "2025-05-28", "until": "2025-11-01"},
            "after": {"from": "2025-11-15", "until": "2026-03-01"},
        }}
        before = self.ask_card("2025-11-10", "2025-10-31", overlay=overlay)
        self.assertEqual({"first": "2025-10-11", "last": "2025-10-31"}, before["online"])
        self.assertEqual({"first": "2025-11-15", "last": "2025-11-20"}, before["again"])
        self.assertEqual(["ELIGIBLE", "ONLINE_AGAIN"], [r["code"] for r in before["reasons"]])
        paused = self.ask_card("2025-11-10", "2025-11-01", overlay=overlay)
        self.assertEqual([{"code": "PILOT_PAUSED", "params": {
            "last_day": "2025-10-31", "first_day": "2025-11-15",
        }}], paused["reasons"])
        self.assertEqual({"first": "2025-11-15", "last": "2025-11-20"}, paused["online"])

    def test_pilot_edges_of_both_editions(self):
        self.assertEqual(["PILOT_NOT_STARTED"], self.codes("2025-06-01", "2025-05-27"))
        self.assertEqual(["ELIGIBLE"], self.codes("2025-06-01", "2025-05-28"))
        self.assertEqual(["ELIGIBLE"], self.codes("2026-03-01", "2026-02-28"))
        self.assertEqual(["PILOT_ENDED"], self.codes("2026-03-01", "2026-03-01"))
        order = {"edition": "order-389-253"}
        self.assertEqual(["ELIGIBLE"], self.codes("2026-03-31", "2026-03-31", **order))
        self.assertEqual(["PILOT_ENDED"], self.codes("2026-03-31", "2026-04-01", **order))

    def test_all_failing_checks_in_order(self):
        given = {"document": "passport", "ground": "loss"}
        self.assertEqual(
            ["DOCUMENT_NOT_ONLINE", "GROUND_NOT_ONLINE", "PILOT_ENDED", "NEVER_ONLINE"],
            self.codes("2027-01-01", "2026-03-01", **given),
        )

    def test_parameters(self):
        early = self.ask_card("2025-11-10", "2025-10-10")["reasons"][0]["params"]
        self.assertEqual({"days_left": 31, "opens_on": "2025-10-11"}, early)
        late = self.ask_card("2025-11-10", "2025-11-21")["reasons"][0]["params"]
        self.assertEqual({"days_expired": 11, "last_day": "2025-11-20"}, late)
        ended = self.ask_card("2026-03-01", "2026-03-01")["reasons"][0]["params"]
        self.assertEqual({"last_day": "2026-02-28"}, ended)

    def test_not_a_date(self):
        self.refuses(
            ["DATE_INVALID", "DATE_INVALID"], "eligibility",
            document="identity_card", ground="expiry", expires_on="2025-02-29", today="20250101",
        )


class Iin(Case):
    def test_examples(self):
        for text in ("900101300007", "900101300017", "900101300811", "900101300823"):
            self.gives({"birth_date": "1990-01-01", "sex": "male"}, "iin", text=text)

    def test_examples_of_the_second_pass_need_it(self):
        for text, second in (("900101300007", False), ("900101300811", True)):
            first_pass = sum(int(d) * w for d, w in zip(text, iin.FIRST_WEIGHTS)) % 11
            self.assertEqual(second, first_pass == 10, text)

    def test_no_check_digit_exists(self):
        for eleven in ("90010130080", "90010130161"):
            self.assertIsNone(iin.check_digit(eleven))
            for digit in "0123456789":
                self.refuses(["IIN_CHECK_DIGIT"], "iin", text=eleven + digit)

    def test_only_the_first_error_in_order(self):
        self.refuses(["IIN_LENGTH"], "iin", text="x")
        self.refuses(["IIN_LENGTH"], "iin", text="900101 300017")
        self.gives({"birth_date": "1990-01-01", "sex": "male"}, "iin", text=" 900101300017\n")
        self.refuses(["IIN_NOT_DIGITS"], "iin", text="9001014300x7")
        self.refuses(["IIN_NOT_DIGITS"], "iin", text="90010130001٧")
        self.refuses(["IIN_IS_BIN"], "iin", text="901340900000")
        self.refuses(["IIN_CENTURY"], "iin", text="901301700000")
        self.refuses(["IIN_CENTURY"], "iin", text="900101000000")
        self.refuses(["IIN_BIRTH_DATE"], "iin", text="901301300000")
        self.refuses(["IIN_CHECK_DIGIT"], "iin", text="900101300018")

    def test_centuries(self):
        # 29 February: 1800 and 1900 were no leap years, 2000 was one.
        for seventh, born in (("1", None), ("2", None), ("3", None), ("4", None),
                              ("5", "2000-02-29"), ("6", "2000-02-29")):
            eleven = f"000229{seventh}0001"
            text = eleven + str(iin.check_digit(eleven))
            if born is None:
                self.refuses(["IIN_BIRTH_DATE"], "iin", text=text)
            else:
                sex = "male" if seventh in "135" else "female"
                self.gives({"birth_date": born, "sex": sex}, "iin", text=text)


class Calendar(Case):
    def test_rules_give_the_table(self):
        working_calendar.self_test()

    def test_days_off(self):
        found = ask("days_off", year=2025)["expect"]
        self.assertEqual(["2025-01-05"], found["worked"])
        self.assertEqual(16, len(found["days"]))
        self.refuses(["NOT_COVERED"], "days_off", year=2023)
        self.refuses(["NOT_COVERED"], "days_off", year=2028)

    def test_what_does_not_move(self):
        # Kurban Ait on a Sunday, Orthodox Christmas on a Sunday: the Mondays are worked.
        for day in (date(2024, 6, 17), date(2027, 5, 17), date(2024, 1, 8)):
            self.assertTrue(working_calendar.is_working(day), day)

    def test_constitution_day(self):
        self.assertTrue(working_calendar.is_working(date(2026, 3, 16)))
        self.assertFalse(working_calendar.is_working(date(2027, 3, 15)))
        self.assertFalse(working_calendar.is_working(date(2025, 9, 1)))
        self.assertTrue(working_calendar.is_working(date(2026, 8, 31)))

    def test_working_days(self):
        self.gives({"working": True, "after": "2024-05-06"}, "working_days",
                   day="2024-05-04", count=1)
        self.gives({"working": False, "after": "2025-01-05"}, "working_days",
                   day="2025-01-03", count=1)
        self.gives({"working": False, "after": "2025-01-01"}, "working_days",
                   day="2025-01-01", count=0)
        self.gives({"after": "2027-12-31"}, "working_days", day="2027-12-30", count=1)
        self.refuses(["NOT_COVERED"], "working_days", day="2027-12-31", count=1)
        self.refuses(["NOT_COVERED"], "working_days", day="2023-12-31", count=0)

    def test_ready(self):
        # 10 Nov 2025 is a Monday and no holiday follows: three weeks later.
        self.gives({"ready_on": "2025-12-01", "working_days": 15}, "ready", filed_on="2025-11-10")
        # Counted from a Saturday, day 1 is the Monday.
        self.gives({"ready_on": "2025-11-28"}, "ready", filed_on="2025-11-08")
        # Over Nauryz 2026: 23, 24 and 25 March are off.
        self.gives({"ready_on": "2026-04-09"}, "ready", filed_on="2026-03-16")
        self.refuses(["NOT_COVERED"], "ready", filed_on="2027-12-20")
        # The term runs from the registration.
        self.gives({"ready_on": "2025-12-02", "reason": {"code": "READY_ON", "params": {
            "registered_on": "2025-11-11", "ready_on": "2025-12-02", "working_days": 15}}},
            "ready", filed_on="2025-11-10", registered_on="2025-11-11")
        self.refuses(["INTERVAL_REVERSED"], "ready", filed_on="2025-11-10",
                     registered_on="2025-11-09")


class Fee(Case):
    def total(self, on, ground="damage", document="identity_card", pages=None, exemption=None):
        return ask("fee", document=document, pages=pages, ground=ground, on=on,
                   exemption=exemption, region=None)["expect"]["total"]

    def test_table(self):
        rows = [
            ("identity_card", None, "damage", ["738.40", "786.40", "865.00"]),
            ("identity_card", None, "expiry", ["738.40", "786.40", "0.00"]),
            ("identity_card", None, "first_issue", ["738.40", "786.40", "0.00"]),
            ("identity_card", None, "citizenship", ["738.40", "786.40", "0.00"]),
            ("identity_card", None, "soviet_passport", ["738.40", "786.40", "0.00"]),
            ("identity_card", None, "loss_repeated", ["3692.00", "3932.00", "4325.00"]),
            ("passport", 24, "expiry", ["14768.00", "15728.00", "17300.00"]),
            ("passport", 36, "expiry", ["29536.00", "31456.00", "34600.00"]),
            ("passport", 48, "expiry", ["44304.00", "47184.00", "51900.00"]),
        ]
        for document, pages, ground, totals in rows:
            for year, total in zip((2024, 2025, 2026), totals):
                for day in (f"{year}-01-01", f"{year}-12-31"):
                    found = self.total(day, ground, document, pages)
                    self.assertEqual(total, found, (document, pages, ground, day))

    def test_exemption_zeroes_every_product(self):
        for exemption in EXEMPTIONS:
            self.assertEqual("0.00", self.total("2025-06-01", exemption=exemption))
            self.assertEqual("0.00", self.total("2026-06-01", "loss_repeated", "passport", 48,
                                                exemption=exemption))

    def test_lines_and_coverage(self):
        line = {"code": "STATE_DUTY", "amount": "786.40", "base": "3932.00", "rate": "0.2"}
        given = {"document": "identity_card", "pages": None, "ground": "expiry",
                 "exemption": None, "region": None}
        self.gives({"lines": [line], "warnings": []}, "fee", on="2025-12-31", **given)
        self.refuses(["NOT_COVERED"], "fee", on="2023-12-31", **given)
        self.refuses(["NOT_COVERED"], "fee", on="2027-01-01", **{**given, "ground": "damage"})
        # A duty of nothing needs no MRP, and nobody is exempt from it.
        line = {"code": "DUTY_FREE", "amount": "0.00", "base": None, "rate": "0", "exemption": None}
        for exemption in (None, "disability"):
            free = {**given, "exemption": exemption}
            self.gives({"lines": [line], "warnings": []}, "fee", on="2027-01-01", **free)
        self.assertEqual("4325.00", fee.two_decimals(fee.Decimal(4325)))


class Sms(Case):
    def check(self, text, encoding, units, segments):
        self.gives({"encoding": encoding, "units": units, "segments": segments}, "sms", text=text)

    def test_alphabet(self):
        self.assertEqual(127, len(set(sms.GSM7_BASIC)))
        self.assertEqual(10, len(set(sms.GSM7_EXTENSION)))
        # By code, 3GPP TS 23.038: before ESC (0x1B) the index is the code, after it one less.
        for code, character in ((0x00, "@"), (0x09, "Ç"), (0x10, "Δ"), (0x1A, "Ξ")):
            self.assertEqual(character, sms.GSM7_BASIC[code])
        for code, character in ((0x1C, "Æ"), (0x24, "¤"), (0x40, "¡"), (0x60, "¿"), (0x7F, "à")):
            self.assertEqual(character, sms.GSM7_BASIC[code - 1])

    def test_gsm7(self):
        self.check("a" * 160, "gsm7", 160, 1)
        self.check("a" * 161, "gsm7", 161, 2)
        self.check("a" * 306, "gsm7", 306, 2)
        self.check("a" * 307, "gsm7", 307, 3)
        self.check("€" * 80, "gsm7", 160, 1)
        self.check("ç", "ucs2", 1, 1)

    def test_escape_pair_is_not_split(self):
        # 152 septets, then a pair: it goes whole to the second segment, and then 153 fit no more.
        self.check("a" * 152 + "€" + "a" * 152, "gsm7", 306, 3)
        self.check("a" * 151 + "€" + "a" * 153, "gsm7", 306, 2)

    def test_ucs2(self):
        self.check("ә" * 70, "ucs2", 70, 1)
        self.check("ә" * 71, "ucs2", 71, 2)
        self.check("ә" * 134, "ucs2", 134, 2)
        self.check("ә" * 135, "ucs2", 135, 3)
        self.check("🙂" * 35, "ucs2", 70, 1)

    def test_surrogate_pair_is_not_split(self):
        self.check("ә" * 66 + "🙂" + "ә" * 66, "ucs2", 134, 3)
        self.check("🙂" * 67, "ucs2", 134, 3)

    def test_the_ministrys_own_sms(self):
        # Latin letters, but the dotless i is not in GSM-7.
        text = ("Sizdin jeke kualiginizdin jaramdylyq merzimi 30 kunnen keıin aıaqtalady, "
                "HQKO-ga habarlasynyz")
        self.check(text, "ucs2", len(text), 2)
        self.check(text.replace("ı", "i"), "gsm7", len(text), 1)


class Fault(Case):
    ATTEMPT = {"from": "2025-10-01T10:00:00Z", "to": "2025-10-01T11:00:00Z"}

    def check(self, intervals, paper, longest_seconds, statement=None, more=None):
        faults = [
            {"from": f"2025-10-01T{begins}Z", "to": ends and f"2025-10-01T{ends}Z",
             "channel": "portal", "reference": "R"}
            for begins, ends in intervals
        ]
        wanted = {"paper": paper, "longest_seconds": longest_seconds}
        if statement:
            wanted["statement"] = {
                "from": f"2025-10-01T{statement[0]}Z", "to": f"2025-10-01T{statement[1]}Z",
            }
        self.gives(wanted, "fault", attempt=self.ATTEMPT, faults=faults, **(more or {}))

    def test_more_than_600_seconds(self):
        self.check([("10:10:00", "10:20:00")], False, 600)
        self.check([("10:10:00", "10:20:01")], True, 601, ("10:10:00", "10:20:01"))
        self.check([("10:10:00", "10:20:00.001")], True, 600, ("10:10:00", "10:20:00.001"))
        self.check([("10:10:00", "10:19:59.999")], False, 599)

    def test_merging(self):
        self.check([("10:10:00", "10:16:00"), ("10:15:00", "10:21:00")], True, 660)
        self.check([("10:15:00", "10:21:00"), ("10:10:00", "10:15:00")], True, 660)
        self.check([("10:10:00", "10:15:00"), ("10:15:00.001", "10:21:00")], False, 359)

    WITHIN = {"overlay": {"technical_fault": {"pilot": {
        "more_than_seconds": 600, "measure": "within_attempt",
    }}}}

    def test_the_whole_fault(self):
        self.check([("09:00:00", "10:05:00")], True, 3900, ("09:00:00", "10:05:00"))
        self.check([("09:00:00", "09:59:00"), ("11:00:00", "12:00:00")], False, 0)
        self.check([("09:00:00", "12:00:00")], True, 10800, ("09:00:00", "12:00:00"))
        self.check([("09:00:00", "10:00:00"), ("10:00:00", "10:00:01")], True, 3601)

    def test_only_inside_the_attempt(self):
        self.check([("09:00:00", "10:05:00")], False, 300, more=self.WITHIN)
        self.check([("09:00:00", "09:59:00"), ("11:00:00", "12:00:00")], False, 0, more=self.WITHIN)
        self.check([("09:00:00", "12:00:00")], True, 3600, ("10:00:00", "11:00:00"), self.WITHIN)

    def test_open_interval(self):
        self.check([("10:49:00", None)], True, 660, ("10:49:00", "11:00:00"))
        self.check([("10:50:00", None)], False, 600)
        self.check([("11:30:00", None)], False, 0)
        known = {"known_until": "2025-10-01T11:00:01Z"}
        self.check([("10:50:00", None)], True, 601, more=known)
        self.check([("11:00:00", None)], False, 0, more=known)

    def test_equal_lengths_the_earliest(self):
        self.check([("10:30:00", "10:45:00"), ("10:10:00", "10:25:00")], True, 900,
                   ("10:10:00", "10:25:00"))

    def test_instants(self):
        self.assertEqual(times.read_instant("2025-10-01T15:00:00.5+05:00"),
                         times.read_instant("2025-10-01T10:00:00.500Z"))
        self.assertEqual("2025-10-01T13:30:00Z",
                         times.write_instant(times.read_instant("2025-10-01T10:00:00-03:30")))


class Lifecycle(Case):
    def events(self, *kinds, receiving="pickup", due="0.00"):
        fields = {"filed": {"receiving": receiving, "due": due}, "paid": {"amount": due},
                  "registered": {"ticket": "T-1"}, "annulled": {"reasons": ["photo"]},
                  "ready_for_pickup": {"centre": "psc-1"}, "delivery_failed": {"centre": "psc-1"}}
        return [
            {"id": f"e{n}", "at": f"2025-10-0{n + 1}T10:00:00Z", "event": kind,
             **fields.get(kind, {})}
            for n, kind in enumerate(kinds)
        ]

    REVIEWED = ("filed", "registered", "review_started", "approved")

    def test_pickup(self):
        events = self.events(*self.REVIEWED, "ready_for_pickup", "issued")
        self.gives({"state": "issued", "applied": 6, "notices": [
            "received", "registered", "in_production", "ready", "feedback_invitation",
        ]}, "lifecycle", events=events)

    def test_payment_and_delivery(self):
        events = self.events("filed", "paid", *self.REVIEWED[1:], "handed_to_courier", "delivered",
                             receiving="delivery", due="786.40")
        self.gives({"state": "issued", "applied": 7, "notices": [
            "received", "payment_due", "registered", "in_production", "with_courier", "delivered",
            "feedback_invitation",
        ]}, "lifecycle", events=events)

    def test_failed_delivery_returns_to_a_centre(self):
        events = self.events(*self.REVIEWED, "handed_to_courier", "delivery_failed", "issued",
                             receiving="delivery")
        self.gives({"state": "issued", "applied": 7}, "lifecycle", events=events)

    def test_illegal(self):
        for kinds, receiving in (
            (("registered",), "pickup"),
            (("filed", "filed"), "pickup"),
            (("filed", "paid"), "pickup"),
            ((*self.REVIEWED, "withdrawn"), "pickup"),
            ((*self.REVIEWED, "handed_to_courier"), "pickup"),
            ((*self.REVIEWED, "ready_for_pickup"), "delivery"),
            (("filed", "withdrawn", "withdrawn"), "pickup"),
        ):
            events = self.events(*kinds, receiving=receiving)
            self.refuses([EVENT_ILLEGAL], "lifecycle", events=events)

    def test_the_same_event_again(self):
        events = self.events("filed", "registered", "review_started")
        self.gives({"state": "under_review", "applied": 3}, "lifecycle",
                   events=[*events, events[0], events[1]])
        changed = {**events[1], "ticket": "T-2"}
        self.refuses(["EVENT_ID_REUSED"], "lifecycle", events=[*events, changed])

    def test_order_of_checks(self):
        events = self.events("filed", "paid", due="786.40")
        wrong = {**events[1], "amount": "786.41"}
        self.refuses(["PAYMENT_MISMATCH"], "lifecycle", events=[events[0], wrong])
        early = {**wrong, "at": "2025-09-30T10:00:00Z"}
        self.refuses(["EVENT_OUT_OF_ORDER"], "lifecycle", events=[events[0], early])
        reused = {**early, "id": "e0"}
        self.refuses(["EVENT_ID_REUSED"], "lifecycle", events=[events[0], reused])
        same_instant = {**events[1], "at": events[0]["at"]}
        self.gives({"state": "filed"}, "lifecycle", events=[events[0], same_instant])


class Feedback(Case):
    def test_summary(self):
        self.gives({"count": 3, "distribution": [0, 0, 1, 1, 1], "mean": "4.0000",
                    "csat_percent": "66.67"}, "feedback_summary", ratings=[3, 5, 4])
        found = ask("feedback_summary", ratings=[])["expect"]
        self.assertEqual({"count": 0, "distribution": [0] * 5, "mean": None,
                          "csat_percent": None}, found)

    def test_half_up(self):
        # 33/32 = 1.03125; 1 of 32 is 3.125 per cent.
        ratings = [1] * 31 + [2]
        self.gives({"mean": "1.0313", "csat_percent": "0.00"}, "feedback_summary", ratings=ratings)
        self.gives({"mean": "1.1250", "csat_percent": "3.13"}, "feedback_summary",
                   ratings=[1] * 31 + [5])


class Notices(Case):
    def notice(self, kind, language, **params):
        return notice.answer({"kind": kind, "language": language, "params": params})

    def test_the_refusal_is_verbatim_and_each_reason_has_its_line(self):
        refused = self.notice("refused", "ru", reasons=["Первая.", "Вторая\r\n<b>."])
        verbatim = "оформление не доступно, обратитесь в ЦОН"
        self.assertEqual(f"Удостоверение личности: {verbatim}", refused["sms"]["text"])
        self.assertIn(f"«{verbatim}».\n\nПричины:\nПервая.\nВторая <b>.\n\n", refused["email"]["text"])
        html = "<p>Причины:<br>\nПервая.<br>\nВторая &lt;b&gt;.</p>\n"
        self.assertIn(html, refused["email"]["html"])

    def test_values_are_written_as_the_language_does(self):
        for language, amount, day in (
            ("kk", "786,40 теңге", "2026 жылғы 3 наурыз"),
            ("ru", "786,40 тенге", "3 марта 2026 года"),
            ("en", "786.40 tenge", "3 March 2026"),
        ):
            due = self.notice("payment_due", language, application="7", amount="786.4")
            self.assertIn(amount, due["email"]["text"])
            courier = self.notice("with_courier", language, application="7", day="2026-03-03")
            self.assertIn(day, courier["email"]["text"])
            self.assertIn("03.03.2026", courier["sms"]["text"])

    def test_plural_forms(self):
        for days, expected in ((1, "1 день"), (3, "3 дня"), (11, "11 дней"), (21, "21 день")):
            given = {"expires_on": "2026-03-03", "days_left": days, "last_day": "2026-03-13"}
            reminder = self.notice("expiry_reminder", "ru", **given)
            self.assertIn(f"через {expected}. ", reminder["sms"]["text"])


class Generators(unittest.TestCase):
    def test_a_case_depends_on_seed_and_number_alone(self):
        for operation in oracle.OPERATIONS:
            self.assertEqual(generate.case(operation, 7, 3), generate.case(operation, 7, 3))
            cases = [str(generate.case(operation, seed, n)) for seed in (1, 2) for n in range(50)]
            self.assertGreater(len(set(cases)), 5, operation)

    def test_boundaries_are_reached(self):
        def answers(operation, count=3_000):
            return [oracle.expected(operation, generate.case(operation, 1, n))
                    for n in range(count)]

        decisions = [a["expect"] for a in answers("eligibility") if "expect" in a]
        codes = {reason["code"] for decision in decisions for reason in decision["reasons"]}
        self.assertEqual({"ELIGIBLE", "ONLINE_AGAIN", "DOCUMENT_NOT_ONLINE", "GROUND_NOT_ONLINE",
                          "PILOT_NOT_STARTED", "PILOT_PAUSED", "PILOT_ENDED", "TOO_EARLY",
                          "NEVER_ONLINE", "TOO_LATE", "LONG_EXPIRED", "CARD_NOT_VALID",
                          "NOT_HOLDER"}, codes)
        errors = {a["error"][0].split()[0] for a in answers("iin") if "error" in a}
        self.assertEqual({"IIN_LENGTH", "IIN_NOT_DIGITS", "IIN_IS_BIN", "IIN_CENTURY",
                          "IIN_BIRTH_DATE", "IIN_CHECK_DIGIT"}, errors)
        errors = {a["error"][0].split()[0] for a in answers("lifecycle") if "error" in a}
        self.assertEqual({EVENT_ILLEGAL, "EVENT_ID_REUSED", "EVENT_OUT_OF_ORDER",
                          "PAYMENT_MISMATCH"}, errors)
        faults = [a["expect"] for a in answers("fault") if "expect" in a]
        lengths = {(fault["longest_seconds"], fault["paper"]) for fault in faults}
        self.assertTrue({(599, False), (600, False), (600, True), (601, True)} <= lengths)
        errors = {a["error"][0] for a in answers("fault") if "error" in a}
        self.assertEqual({"NOT_COVERED"}, errors)


class Comparison(unittest.TestCase):
    def run_against(self, program, *arguments):
        """(exit status, what was printed) of compare.py against the text of a program."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "program.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(f"import sys; sys.path.insert(0, {HERE!r})\n" + program)
            printed = io.StringIO()
            command = f"'{sys.executable}' '{path}'"
            before = sys.argv
            sys.argv = ["compare.py", "--seed", "5", "--answer", command, *arguments]
            try:
                with contextlib.redirect_stdout(printed), self.assertRaises(SystemExit) as ended:
                    compare.main()
            finally:
                sys.argv = before
            return ended.exception.code, printed.getvalue()

    def test_the_oracle_agrees_with_itself(self):
        status, printed = self.run_against("import oracle; oracle.main()", "--cases", "300")
        self.assertEqual(0, status, printed)
        self.assertIn("feedback_summary         300            0", printed)

    def test_a_wrong_answer_is_shown(self):
        status, printed = self.run_against(
            "import ready, oracle; ready.WORKING_DAYS = 14; oracle.main()",
            "--cases", "50", "--operation", "ready",
        )
        self.assertEqual(1, status)
        self.assertIn("DIFFERENCE in ready: seed 5, case", printed)
        self.assertIn("at /expect/ready_on", printed)

    def test_a_program_that_ends_early_is_noticed(self):
        status, printed = self.run_against("sys.exit(9)", "--cases", "50", "--operation", "iin")
        self.assertEqual(1, status)
        self.assertIn("none; exit status 9", printed)

    def test_large_answers_do_not_block(self):
        # Everything is read before anything is written.
        status, printed = self.run_against(
            "import json, oracle\n"
            "lines = sys.stdin.buffer.readlines()\n"
            "for q in map(json.loads, lines):\n"
            "    print(json.dumps(oracle.expected(q['operation'], q['input'])))\n",
            "--cases", "5000", "--operation", "days_off",
        )
        self.assertEqual(0, status, printed)

    def test_what_is_compared(self):
        def differ(expected, found):
            return [pointer for pointer, _, _ in compare.differences(expected, found)]

        self.assertEqual([], differ({"a": 1, "b": None}, {"a": 1, "more": 2}))
        self.assertEqual(["/b"], differ({"b": None}, {"b": 0}))
        self.assertEqual(["/a"], differ({"a": 1}, {"a": True}))
        self.assertEqual(["/a"], differ({"a": 1}, {}))
        self.assertEqual(["/l"], differ({"l": [1]}, {"l": [1, 2]}))
        self.assertEqual([], differ({"rate": "0.2"}, {"rate": "0.20"}))
        self.assertEqual(["/amount"], differ({"amount": "0.2"}, {"amount": "0.20"}))
        line = b'{"error": ["NOT_COVERED /on"]}'
        self.assertEqual([], compare.judge({"error": ["NOT_COVERED"]}, line))
        self.assertEqual(1, len(compare.judge({"error": ["DATE_INVALID"]}, line)))
        self.assertEqual(1, len(compare.judge({"expect": {}}, line)))


class Signature(unittest.TestCase):
    """The shipped vectors of drawn pictures are what the definitions give."""

    def test_every_png(self):
        path = os.path.join(HERE, "..", "..", "vectors", "signature.json")
        with open(path, encoding="utf-8") as file:
            cases = json.load(file)["vectors"]
        cases = [case for case in cases if case["input"]["file"].endswith(".png")]
        self.assertEqual(21, len(cases))
        for case in cases:
            wanted = dict(case["expect"])
            wanted.pop("normal")
            self.assertEqual(wanted, signature.answer(case["input"]), case["name"])


if __name__ == "__main__":
    unittest.main()
