package kz.qujat

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class ValuesTest {
    private val rules = Rulebook.edition()
    private val day = LocalDate.of(2026, 2, 10)

    @Test
    fun `dates, times and amounts are Java's own`() {
        val decision = rules.decide(Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, LocalDate.of(2025, 11, 10)), LocalDate.of(2025, 10, 11))
        assertTrue(decision.isEligible)
        assertEquals(30, (decision as Decision.Eligible).daysLeft)
        assertEquals(LocalDate.of(2025, 10, 11), decision.online.first)
        val quote = rules.quote(FeeInquiry(document = DocumentKind.IDENTITY_CARD, ground = Ground.EXPIRY, on = LocalDate.of(2025, 10, 11)))
        assertEquals(BigDecimal("786.40"), quote.total)
        assertEquals(CivilTime(LocalDate.of(2026, 2, 10), LocalTime.of(4, 59)), rules.civilTime(Instant.parse("2026-02-09T23:59:59.5Z")))
    }

    /** The first and the last day, leap days, and the day before Java's calendar began to count. */
    @Test
    fun `a day comes back as it went`() {
        for (text in listOf("0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31")) {
            assertEquals(text, feedbackPeriod(LocalDate.parse(text), PeriodLength.DAY))
        }
    }

    @Test
    fun `the end of a day is the last time that there is`() {
        val directory = Json.parse(ROOT.resolve("examples/data/centres.json").readText()) as Map<*, *>
        val example = (directory["centres"] as List<*>).first() as Map<*, *>
        val hours = Json.parse("""{"mon": [{"from": "20:00", "until": "24:00"}]}""")
        val centre = readCentre(Json.write(example + ("timetable" to hours)))
        assertEquals(LocalTime.MAX, centre.timetable.mon.single().until)
        // It goes back as what it was, or it would be no centre any more.
        assertEquals(emptyList<Problem>(), centreProblems(centre))
        assertEquals(centre.timetable.mon, hoursOn(centre, LocalDate.of(2026, 2, 9), rules.calendar()))
    }

    @Test
    fun `parameters keep the order of the catalogue`() {
        val reason = sampleReason(Code.ELIGIBLE)
        assertEquals(listOf("days_left", "days", "first_day", "last_day"), reason.params.keys.toList())
        assertTrue(reason.params["first_day"] is ParamValue.Date)
        // They go back in any order.
        val turned = Reason(reason.code, reason.params.entries.reversed().associate { it.toPair() }, reason.source)
        assertEquals(rules.textOfReason(reason, Language.KK), rules.textOfReason(turned, Language.KK))
    }

    @Test
    fun `texts with all of Unicode cross unchanged`() {
        for (text in listOf("Әйгерім", "\u0000\u0001", "😀👩‍👩‍👧", "a\u0301", "\uFEFFx", "\u202Eabc", "𝒳".repeat(1000), "")) {
            assertEquals(null, rules.texts().word(text, Language.EN))
            val problem = Problem(Code.ELIGIBLE, Severity.INFO, text, emptyMap())
            val thrown = assertThrows(QujatException::class.java) { refuse(listOf(problem)) }
            assertEquals(text, thrown.pointer)
        }
    }

    /** Half of a character is U+FFFD to Rust; it is no exception that nobody expects. */
    @Test
    fun `half a character is none`() {
        for (half in listOf("\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D")) {
            val problem = Problem(Code.ELIGIBLE, Severity.INFO, half, emptyMap())
            val thrown = assertThrows(QujatException::class.java) { refuse(listOf(problem)) }
            assertEquals(half.map { if (it.isSurrogate()) '\uFFFD' else it }.joinToString(""), thrown.pointer)
        }
        assertThrows(QujatException::class.java) { rules.parseName("Ай\uD83D", day) }
    }

    @Test
    fun `an object that was closed says so`() {
        val closed = Rulebook.edition()
        closed.close()
        assertThrows(IllegalStateException::class.java) { closed.name() }
        closed.close()
        // A calendar holds its rulebook.
        val calendar = Rulebook.edition().use { it.calendar() }
        assertTrue(calendar.isWorkingDay(day))
    }

    /** A refusal begins with the service's own notice, as in every language. */
    @Test
    fun `a refusal is explained by the notice and the reasons`() {
        val decision = rules.decide(Inquiry(DocumentKind.PASSPORT, Ground.EXPIRY, LocalDate.of(2026, 4, 1)), LocalDate.of(2026, 2, 20))
        val codes = rules.explain(decision, Language.KK).map { it.code }
        assertEquals(listOf(Code.NOT_AVAILABLE_ONLINE, Code.DOCUMENT_NOT_ONLINE, Code.NEVER_ONLINE), codes)
    }

    @Test
    fun `every kind of answer is explained in each language`() {
        val ready = rules.readyOn(day)
        val quote = rules.quote(FeeInquiry(document = DocumentKind.IDENTITY_CARD, ground = Ground.EXPIRY, on = day))
        val right = rules.paperRight(FaultQuery(Attempt(Instant.parse("2026-02-10T05:00:00Z"), Instant.parse("2026-02-10T06:00:00Z")), emptyList()))
        val estimate = rules.deliveryEstimate(Region.ALMATY, day)
        val form = ROOT.resolve("examples/data/six_mistakes.json").readText()
        for (language in Language.entries) {
            val explained = listOf(
                rules.explain(ready, language), rules.explain(quote, language), rules.explain(right, language),
                rules.explain(estimate, language), rules.explain(rules.validate(form, day), language),
                rules.explain(ready.reason, language), rules.explain(rules.assessBlocking(form, day), language),
            )
            assertTrue(explained.all { it.isNotEmpty() && it.all { statement -> statement.text.isNotBlank() } })
        }
    }
}
