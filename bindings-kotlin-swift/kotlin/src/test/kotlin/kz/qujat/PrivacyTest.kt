package kz.qujat

import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Nothing that is printed, logged or thrown shows personal data. The person is invented. */
class PrivacyTest {
    private val rules = Rulebook.edition()
    private val day = LocalDate.of(2026, 2, 10)
    private val form = ROOT.resolve("examples/data/eligible.json").readText()

    /** The texts of a JSON value that say something about a person or a place. */
    private fun texts(json: Any?): List<String> = when (json) {
        is String -> listOf(json)
        is List<*> -> json.flatMap(::texts)
        is Map<*, *> -> json.values.flatMap(::texts)
        else -> emptyList()
    }

    private fun assertHidden(secrets: Collection<String>, printed: String) {
        assertTrue(secrets.isNotEmpty())
        for (secret in secrets) {
            assertFalse(secret in printed, "it is shown")
        }
    }

    @Test
    fun `a form is masked, whatever holds it`() {
        val validation = rules.validate(form, day)
        val read = validation.form!!
        val applicant = (Json.parse(form) as Map<*, *>)["applicant"]
        val secrets = texts(applicant)
        assertTrue(secrets.size >= 5)
        val printed = listOf(
            read, read.applicant, validation, listOf(read), mapOf("form" to read), Result.success(read),
            read.applicant.iin, read.applicant.surname, read.applicant.phone, read.applicant.email, listOf(read.applicant.iin),
        )
        for (value in printed) {
            assertHidden(secrets, value.toString())
            assertHidden(secrets, "$value")
        }
        // It is all there for the program.
        assertEquals((applicant as Map<*, *>)["iin"], read.applicant.iin.text)
    }

    @Test
    fun `what is personal in other records is masked`() {
        val address = Address(Region.ASTANA, "Secretown", "Hidden street", "77", "88", "010000")
        assertHidden(listOf("Secretown", "Hidden", "77", "88", "010000"), "${ReceivingChoice.Delivery(address)}")
        assertEquals("Coordinates(***)", "${Coordinates(51.1, 71.4)}")
        val identification = Identification(IdentificationKind.SMS_CODE, "secret-reference")
        assertHidden(listOf("secret-reference"), "$identification")
        val drawing = Drawing(600.0, 200.0, listOf(listOf(PenPoint(1.5, 2.5))))
        assertHidden(listOf("1.5"), "$drawing")
        val data = readNoticeData(NoticeKind.RECEIVED, """{"application": "A-secret", "filed_on": "2026-02-10"}""")
        val notice = rules.notice(data, Language.EN, day)
        assertTrue("A-secret" in notice.sms.text)
        for (value in listOf(data, notice, notice.sms, notice.email, notice.push)) {
            assertHidden(listOf("A-secret"), "$value")
        }
        assertEquals("**********07", "${parseIin("900101300007")}")
        val inquiry = FeeInquiry(document = DocumentKind.IDENTITY_CARD, ground = Ground.LOSS, on = day, exemption = "disability")
        val quote = rules.quote(inquiry)
        assertEquals("disability", quote.lines.first().exemption)
        for (value in listOf(inquiry, quote, quote.lines.first(), rules.explain(quote, Language.EN))) {
            assertHidden(listOf("disab", "Disab"), "$value")
        }
        assertHidden(listOf("51.1", "71.4"), "${NearestQuery(51.128207, 71.430411)}")
        assertHidden(listOf("1990"), "${iinFacts(parseIin("900101300007"))}")
    }

    @Test
    fun `an exception says what is wrong, and not with what`() {
        val secrets = listOf("900101300008", "Secretov")
        for (ask in listOf({ parseIin(secrets[0]) }, { rules.parseName("Secretov<1>", day) }, { iinFacts(Iin(secrets[0])) })) {
            val thrown = assertThrows<QujatException> { ask() }
            assertHidden(secrets, thrown.toString() + thrown.stackTraceToString())
        }
    }
}
