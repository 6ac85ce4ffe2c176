package kz.qujat

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Questions besides the vectors: arguments that may be left out, and the use of one answer in the next
 * question. */
class AnswersTest {
    private val rules = Rulebook.edition()
    private val form = ROOT.resolve("examples/data/eligible.json").readText()

    private fun day(text: String) = LocalDate.parse(text)

    private fun overlay(sections: String) = Rulebook.load("""{"edition": "own", "extends": "service-2025", $sections}""")

    /** SPEC 2, 3: the pilot pauses, and the days after the pause are said too. */
    @Test
    fun `a card can be renewed in two runs of days`() {
        val paused = overlay(
            """"pilot": {"period": {"from": "2025-05-28", "until": "2026-02-11", "source": "order-389-253"},
                         "again": {"from": "2026-02-20", "until": "2026-03-01", "source": "order-389-253"}}""",
        )
        val periods = listOf(
            DayRange(day("2025-05-28"), day("2026-02-10")), DayRange(day("2026-02-20"), day("2026-02-28")),
        )
        assertEquals(periods, paused.pilot())
        val renewal = Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, day("2026-02-25"))
        val before = paused.decide(renewal, day("2026-02-05")) as Decision.Eligible
        assertEquals(DayRange(day("2026-01-26"), day("2026-02-10")), before.online)
        assertEquals(periods[1], before.again)
        assertEquals(listOf(Code.ELIGIBLE, Code.ONLINE_AGAIN), reasonsOfDecision(before).map { it.code })
        val meanwhile = paused.decide(renewal, day("2026-02-15")) as Decision.Refused
        assertEquals(periods[1] to null, meanwhile.online to meanwhile.again)
        assertEquals(meanwhile.reasons, reasonsOfDecision(meanwhile))
        assertEquals(listOf(Code.PILOT_PAUSED), meanwhile.reasons.map { it.code })
    }

    /** SPEC 8: steps of 30 days before, on the day and 5 days after; a missed night loses nobody. */
    @Test
    fun `reminders are asked for since the last run`() {
        val expires = day("2025-11-10")
        assertTrue(rules.reminder(expires, day("2025-10-11")) is NoticeData.ExpiryReminder)
        assertNull(rules.reminder(expires, day("2025-10-12")))
        assertTrue(rules.reminder(expires, day("2025-10-12"), lastRun = day("2025-10-10")) is NoticeData.ExpiryReminder)
        assertTrue(rules.reminder(expires, day("2025-11-15")) is NoticeData.ExpiredReminder)
        assertTrue(rules.reminder(day("2026-03-31"), day("2026-03-01")) is NoticeData.CentreReminder)
        assertNull(rules.reminder(expires, day("2025-10-11"), status = CardStatus.REPLACED))
    }

    /** SPEC 6: the term runs from the registration; before it is known, the answer says what it assumes. */
    @Test
    fun `a card is ready in fifteen working days of its registration`() {
        val assumed = rules.readyOn(day("2026-02-10"))
        assertEquals(day("2026-03-03") to Code.READY_ASSUMED, assumed.readyOn to assumed.reason.code)
        val known = rules.readyOn(day("2026-02-10"), day("2026-02-12"))
        assertEquals(day("2026-03-05") to Code.READY_ON, known.readyOn to known.reason.code)
        assertEquals(day("2026-03-04"), rules.pickupFrom(assumed.readyOn))
        val application = Application()
        assertNull(rules.applicationReadyOn(application))
        application.apply(readEvent("""{"id": "1", "at": "2026-02-10T09:30:00+05:00", "event": "filed", "receiving": "pickup", "due": "0.00"}"""))
        assertEquals(assumed, rules.applicationReadyOn(application))
        application.apply(readEvent("""{"id": "2", "at": "2026-02-12T09:30:00+05:00", "event": "registered", "ticket": "T-1"}"""))
        assertEquals(known, rules.applicationReadyOn(application))
        assertEquals(Instant.parse("2026-02-10T04:30:00Z"), application.filedAt())
        assertEquals(Instant.parse("2026-02-12T04:30:00Z"), application.registeredAt())
    }

    /** SPEC 9: the whole fault counts, and the statement says it with the decision of that day. */
    @Test
    fun `a fault of more than ten minutes has a statement, a notice and a place in the assessment`() {
        val query = readFaultQuery(ROOT.resolve("examples/data/fault.json").readText())
        val right = rules.paperRight(query)
        val statement = right.statement!!
        assertTrue(right.paper)
        assertEquals("S-2026-0001", statement.number)
        assertEquals(Instant.parse("2026-02-10T03:54:59Z"), statement.from)
        assertEquals(Instant.parse("2026-02-10T04:06:00Z"), statement.to)
        assertEquals(661L, statement.durationSeconds)
        assertEquals(listOf(Channel.PORTAL, Channel.MOBILE_APP), statement.channels)
        assertTrue(statement.decision!!.isEligible)
        assertEquals(listOf(Code.PAPER_ALLOWED, Code.FAULT_STATEMENT), rules.explain(right, Language.EN).map { it.code })
        assertTrue(rules.paperNotice(right) is NoticeData.PaperFilingAllowed)
        assertEquals(right, rules.assessBlocking(form, day("2026-02-10"), faults = query).paper)
        assertNull(rules.assessBlocking(form, day("2026-02-10")).paper)
        // The attempt alone is five minutes.
        val within = rules.paperRight(FaultQuery(query.attempt, listOf(FaultInterval(query.attempt.from, null, Channel.PORTAL, "INC-1"))))
        assertFalse(within.paper)
        assertNull(rules.paperNotice(within))
        // A number is letters, digits and hyphens.
        val misnamed = FaultQuery(query.attempt, query.faults, number = "№ 1")
        assertEquals(Code.REFERENCE_INVALID, assertThrows<QujatException> { rules.paperRight(misnamed) }.code)
    }

    /** SPEC 2: a gap in the rulebook is nobody's mistake of the form. */
    @Test
    fun `what the rulebook has a gap for is unavailable`() {
        val gap = overlay(""""sms": {"default": {"source": "library-choice", "mode": "original", "until": "2026-02-10"}}""")
        val assessment = gap.assessBlocking(form, day("2026-02-10"))
        assertEquals(AssessmentOutcome.UNAVAILABLE, assessment.outcome)
        assertEquals(emptyList<Notice>() to emptyList<ActionKind>(), assessment.notices to assessment.nextEvents)
        assertTrue(assessment.problems.any { it.code == Code.NOT_COVERED })
        assertEquals(Code.SERVICE_UNAVAILABLE, gap.explain(assessment, Language.RU).first().code)
    }

    /** SPEC 13: causes are a list, and what to do is said once. */
    @Test
    fun `a statement parts the cause from what to do, and cites its source whole`() {
        val inquiry = Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, day("2026-01-20"))
        val late = reasonsOfDecision(rules.decide(inquiry, day("2026-02-10"))).single()
        assertEquals(Code.TOO_LATE, late.code)
        val statement = rules.explain(late, Language.RU).single()
        val action = statement.action!!
        assertEquals("${statement.text} $action", rules.textOfReason(late, Language.RU))
        val source = rules.source(late.source!!)!!
        assertEquals(listOf("235-V", "492"), listOf(source.number, source.article))
        assertEquals(day("2014-07-05"), source.date)
        assertTrue(listOf("235-V", "492", "2014").all { it in statement.sourceTitle!! }, statement.sourceTitle)
        assertTrue(rules.source("holidays-law")!!.url!!.startsWith("https://"))
    }

    /** SPEC 13: identifiers are for operators alone. */
    @Test
    fun `an operator reads identifiers, a citizen does not`() {
        val refused = Problem(Code.NOT_COVERED, Severity.ERROR, "", sampleReason(Code.NOT_COVERED).params)
        val parameter = refused.params.getValue("parameter").asText()
        for (language in Language.entries) {
            assertTrue(parameter in rules.operatorTextOfProblem(refused, language))
            assertFalse(parameter in rules.textOfProblem(refused, language))
            assertEquals(rules.operatorTextOfProblem(refused, language), rules.texts().operatorTextOfProblem(refused, language))
        }
    }

    /** SPEC 6a: one event for the application's life, with a sequence, and called off as one. */
    @Test
    fun `an appointment changes, and is called off`() {
        val directory = Json.parse(ROOT.resolve("examples/data/centres.json").readText()) as Map<*, *>
        val centre = readCentre(Json.write((directory["centres"] as List<*>).first()))
        val offer = rules.firstFreeSlot(centre, day("2026-03-03"))
        val stamp = Instant.parse("2026-02-10T05:00:00Z")
        val first = appointmentAtCentre(offer, centre, "2026-000101", stamp, Language.RU)
        assertEquals(0u to AppointmentStatus.BOOKED, first.sequence to first.status)
        assertEquals(day("2026-03-04"), first.day)
        val off = appointmentAtCentre(offer, centre, "2026-000101", stamp, Language.RU, 2u, AppointmentStatus.CANCELLED)
        val (said, calledOff) = rules.icalendar(first).lines() to rules.icalendar(off).lines()
        val uid = { lines: List<String> -> lines.single { it.startsWith("UID:") } }
        assertEquals(uid(said), uid(calledOff))
        assertTrue("METHOD:PUBLISH" in said && "SEQUENCE:0" in said && "BEGIN:VALARM" in said)
        assertTrue("METHOD:CANCEL" in calledOff && "SEQUENCE:2" in calledOff && "STATUS:CANCELLED" in calledOff)
        assertTrue(said.any { it.startsWith("DESCRIPTION") && it.substringAfter(':').isNotBlank() })
        assertEquals(LocalTime.of(9, 0), first.from)
    }

    /** SPEC 5: where an address has a zone of its own, that counts, for the fee and the estimate. */
    @Test
    fun `delivery is quoted to an address`() {
        val address = Address(Region.ASTANA, "Астана", building = "1", postcode = "010000")
        val inquiry = FeeInquiry(document = DocumentKind.IDENTITY_CARD, ground = Ground.EXPIRY, on = day("2026-02-10"))
        val quote = rules.quoteTo(inquiry, address)
        assertEquals(listOf(Code.DUTY_FREE, Code.DELIVERY_FEE), quote.lines.map { it.reason.code })
        assertNull(quote.lines.first().base)
        assertEquals(BigDecimal("0.00"), quote.lines.first().amount)
        assertEquals(rules.quote(inquiry.copy(deliverTo = Region.ASTANA)), quote)
        assertEquals(rules.deliveryEstimate(Region.ASTANA, day("2026-03-03")), rules.deliveryEstimateTo(address, day("2026-03-03")))
    }
}
