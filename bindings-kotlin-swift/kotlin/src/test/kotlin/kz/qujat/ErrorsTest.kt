package kz.qujat

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class ErrorsTest {
    private val rules = Rulebook.edition()
    private val day = LocalDate.of(2026, 2, 10)

    @Test
    fun `every code of the catalogue is thrown with its parameters and has a text in each language`() {
        for (code in Code.entries) {
            val reason = sampleReason(code)
            val problem = Problem(code, codeInfo(code).severity, "/a~1b", reason.params, reason.source)
            val thrown = assertThrows<QujatException> { refuse(listOf(problem)) }
            assertEquals(code, thrown.code)
            assertEquals("/a~1b", thrown.pointer)
            assertEquals(reason.params, thrown.params)
            assertEquals(listOf(problem), thrown.problems)
            assertEquals(codeInfo(code).params.map { it.name }, thrown.params.keys.toList())
            assertTrue(thrown.message!!.startsWith("$code at `/a~1b`"), thrown.message)
            val texts = Language.entries.map { thrown.message(it) }
            assertTrue(texts.all { it.isNotBlank() && it == it.trim() }, "$code $texts")
            assertEquals(texts, Language.entries.map { rules.textOfReason(reason, it) })
            assertEquals(texts.size, texts.toSet().size, "$code $texts")
        }
    }

    @Test
    fun `a code is spelled as everywhere`() {
        assertTrue(Code.entries.all { it.name == it.spelling() })
        assertEquals("identity_card", DocumentKind.IDENTITY_CARD.spelling())
    }

    @Test
    fun `several problems are one exception`() {
        val form = """{"number": "A-1", "langauge": "kk"}"""
        val problems = rules.validate(form, day).problems
        val thrown = assertThrows<QujatException> { refuse(problems) }
        assertEquals(problems, thrown.problems)
        assertEquals(problems.size, thrown.messages(Language.RU).size)
        assertTrue(problems.size > 1)
        refuse(emptyList())
    }

    private fun refused(code: Code, ask: () -> Unit) {
        val thrown = assertThrows<QujatException> { ask() }
        assertEquals(code, thrown.code)
    }

    /** A value that Rust lacks is refused with a code at every place: no
     * lift error, no crash. */
    @Test
    fun `values that cannot be read are refused`() {
        for (far in listOf(LocalDate.MAX, LocalDate.MIN, LocalDate.of(10_000, 1, 1), LocalDate.of(0, 12, 31))) {
            refused(Code.DATE_INVALID) { rules.readyOn(far) }
            val inquiry = Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, far)
            refused(Code.DATE_INVALID) { rules.decide(inquiry, day) }
        }
        refused(Code.MOMENT_INVALID) { rules.civilTime(Instant.MAX) }
        refused(Code.MOMENT_INVALID) { rules.civilTime(Instant.MIN) }
        refused(Code.ID_INVALID) { rules.source("No Such Thing") }
        val duty = { amount: String -> ParamValue.Amount(BigDecimal(amount)) }
        for (amount in listOf("1e1000000000", "1e-1000000000", "9".repeat(100))) {
            refused(Code.AMOUNT_INVALID) { rules.textOfReason(Reason(Code.STATE_DUTY, mapOf("mrp" to duty(amount))), Language.EN) }
        }
        refused(Code.UNKNOWN_FIELD) { rules.textOfReason(Reason(Code.ELIGIBLE, mapOf("nobody" to duty("1"))), Language.EN) }
        refused(Code.WRONG_TYPE) { rules.textOfReason(Reason(Code.ELIGIBLE, mapOf("days_left" to duty("1"))), Language.EN) }
        refused(Code.IIN_LENGTH) { iinFacts(Iin("1")) }
        refused(Code.IIN_LENGTH) { iinFacts(Iin("")) }
        refused(Code.TIME_INVALID) {
            readBookings("[]")
            val booking = Booking("astana-1", day, LocalTime.of(9, 0, 30), 1u)
            rules.assessBlocking("{}", day, bookings = listOf(booking))
        }
    }

    @Test
    fun `an edition that there is not is refused`() {
        refused(Code.EDITION_UNKNOWN) { Rulebook.edition("service-1999") }
        assertNotEquals(emptyList<String>(), editions())
    }
}
