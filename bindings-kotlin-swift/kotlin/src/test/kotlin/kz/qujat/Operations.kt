/*
 * The operations of the conformance vectors, through the typed API. What JSON cannot be typed as, such
 * as a date that does not exist, is placed here as the vectors' README says; everything else is the
 * library's answer.
 */
package kz.qujat

import java.io.File
import java.nio.ByteBuffer
import java.time.LocalDate
import java.util.zip.CRC32
import kotlinx.coroutines.runBlocking

/** The repository. */
val ROOT = File(System.getProperty("qujat.root") ?: System.getenv("QUJAT_ROOT"))

/** The folder of the vectors. */
val FOLDER: File = System.getenv("QUJAT_VECTORS")?.let(::File) ?: ROOT.resolve("core/vectors")

/** The problems of an operation, each as `CODE` or `CODE /pointer`. */
class Failed(val problems: List<String>) : Exception(problems.joinToString("; "))

private val DATE = Regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")

private fun crc32(bytes: ByteArray): Number = CRC32().apply { update(bytes) }.value.let { Number(it.toString()) }

/** One case: its input, and the rulebook that it asks. */
private class Case(private val given: Map<String, Any?>) {
    private val rules: Rulebook =
        if (given["overlay"] != null) Rulebook.load(json("overlay")) else Rulebook.edition(given["edition"] as String?)

    private fun json(field: String) = Json.write(given[field])

    private fun text(field: String) = given[field] as String

    private fun number(field: String) = (given[field] as Number).text

    private fun optionalDay(field: String) = if (given[field] == null) null else day(field)

    fun day(field: String): LocalDate {
        val text = given[field] as? String ?: ""
        return runCatching { LocalDate.parse(text) }.getOrNull()
            ?.takeIf { DATE.matches(text) && it.year > 0 }
            ?: throw Failed(listOf("DATE_INVALID /$field"))
    }

    private val on: LocalDate get() = optionalDay("on") ?: LocalDate.of(2026, 2, 10)

    private inline fun <reified E : Enum<E>> word(field: String): E {
        val spelling = enumValues<E>().firstOrNull { canonical(it) == given[field] }
        return spelling ?: throw Failed(listOf("UNKNOWN_VALUE /$field"))
    }

    private inline fun <reified E : Enum<E>> optionalWord(field: String): E? =
        if (given[field] == null) null else word<E>(field)

    private val register: RegisterRecord?
        get() = if (given["register"] == null) null else readRegisterRecord(json("register"))

    private val form: String get() = given["form"] as? String ?: json("form")

    private fun directory(): CentreDirectory = CentreDirectory.fromJson(json("centres"))

    fun eligibility(): Any {
        val failed = listOf("expires_on", "today").flatMap { field ->
            try {
                day(field)
                emptyList()
            } catch (failed: Failed) {
                failed.problems
            }
        }
        if (failed.isNotEmpty()) throw Failed(failed)
        val inquiry = Inquiry(
            word("document"), word("ground"), day("expires_on"), optionalWord<CardStatus>("status"), given["is_holder"] as Boolean?,
        )
        return rules.decide(inquiry, day("today"))
    }

    fun iin(): Any = iinFacts(rules.parseIin(text("text"), on).iin)

    fun cardNumber(): Any = mapOf("number" to parseCardNumber(text("text")).text)

    fun passportNumber(): Any = mapOf("number" to parsePassportNumber(text("text")).text)

    fun phone(): Any = mapOf("e164" to rules.parsePhone(text("text"), on).text)

    fun email(): Any = mapOf("address" to rules.parseEmail(text("text"), on).text)

    fun name(): Any {
        val name = rules.parseName(text("text"), on)
        return mapOf("name" to name.text, "latin" to rules.latinName(name, on))
    }

    fun postcode(): Any = mapOf("postcode" to parsePostcode(text("text")))

    fun workingDays(): Any {
        val (calendar, day) = rules.calendar() to day("day")
        val after = calendar.addWorkingDays(day, number("count").toUInt())
        return mapOf("working" to calendar.isWorkingDay(day), "after" to after)
    }

    fun daysOff(): Any = rules.calendar().daysOff(number("year").toInt())

    fun ready(): Any = rules.readyOn(day("filed_on"), optionalDay("registered_on"))

    fun fee(): Any {
        val region = optionalWord<Region>("region")
        val pages = (given["pages"] as Number?)?.text?.toUShort()
        val inquiry = FeeInquiry(word("document"), pages, word("ground"), day("on"), given["exemption"] as String?, region)
        val quote = rules.quote(inquiry)
        return mapOf("lines" to quote.lines, "total" to quote.total, "warnings" to quote.warnings.map { it.code })
    }

    fun sms(): Any = countSms(text("text"))

    fun fault(): Any {
        val fields = listOf("attempt", "faults", "known_until", "number", "expires_on")
        return rules.paperRight(readFaultQuery(Json.write(fields.associateWith { given[it] })))
    }

    fun lifecycle(): Any {
        val history = readHistory(Json.write(mapOf("events" to given["events"])))
        val application = Application()
        val applied = history.events.map(application::apply)
        check(Application.replay(history.events).state() == application.state()) { "replay leads to another state" }
        check(readHistory(historyJson(history)) == history) { "a history comes back changed" }
        return mapOf(
            "state" to application.state(),
            "applied" to applied.count { it.changed },
            "notices" to applied.flatMap { it.notices },
        )
    }

    fun feedbackMask(): Any = mapOf("text" to maskFeedback(text("text"), number("max").toUInt()))

    fun feedbackSummary(): Any {
        val ratings = (given["ratings"] as List<*>).map { (it as Number).text.toLong().coerceAtLeast(0).toUInt() }
        return summaryFigures(summaryOfRatings(ratings), FeedbackAspect.OVERALL)
    }

    /** A wrong name is a problem of the field. */
    private fun service(): String? {
        val service = given["service"] as String? ?: return null
        val query = NearestQuery(0.0, 0.0, null, service)
        try {
            rules.nearest(CentreDirectory.of(emptyList()), query)
        } catch (refused: QujatException) {
            if (refused.code == Code.ID_INVALID) throw Failed(listOf("ID_INVALID /service"))
        }
        return service
    }

    fun nearest(): Any {
        val directory = directory()
        val query = NearestQuery(
            number("latitude").toDouble(),
            number("longitude").toDouble(),
            optionalWord<Region>("region"),
            service(),
            optionalDay("on"),
        )
        val found = rules.nearest(directory, query)
        return mapOf("centres" to found.map { it.centre }, "metres" to found.map { it.metres })
    }

    fun slots(): Any {
        val centre = readCentre(json("centre"))
        val booked = (given["booked"] as List<*>? ?: emptyList<Any?>()).map { (it as Map<*, *>) + ("centre" to centre.id) }
        val bookings = readBookings(Json.write(booked))
        return mapOf("slots" to rules.freeSlots(centre, day("from"), number("days").toUInt(), bookings))
    }

    fun validate(): Any {
        val (register, today) = register to day("today")
        val problems = rules.validate(form, today, register).problems
        return mapOf(
            "problems" to problems.map { mapOf("code" to it.code, "pointer" to it.pointer, "severity" to it.severity) },
        )
    }

    fun notice(): Any {
        val data = readNoticeData(word("kind"), json("params"))
        return rules.notice(data, word("language"), on)
    }

    fun explain(): Any {
        val reason = reasonOf(word("code"), if (given["params"] == null) "{}" else json("params"))
        val language: Language = word("language")
        val statement = rules.explain(reason, language).single()
        return mapOf(
            "text" to rules.textOfReason(reason, language),
            "cause" to statement.text,
            "action" to statement.action,
            "operator" to rules.operatorTextOfReason(reason, language),
        )
    }

    fun assess(): Any {
        val (register, centres) = register to if (given["centres"] == null) null else directory()
        val faults = given["faults"]?.let { readFaultQuery(Json.write(it)) }
        val answer = runBlocking { rules.assess(form, day("today"), register, centres, faults = faults) }
        // The form is the one that was given, and no answer.
        return answer.copy(form = null)
    }

    private val image: ByteArray get() = FOLDER.resolve("images").resolve(text("file")).readBytes()

    fun photo(): Any {
        val file = image
        val report = runBlocking { rules.checkPhoto(file, on) }
        val checks = report.checks.associate {
            val check = mapOf("verdict" to it.verdict, "code" to it.reason.code, "measured" to it.measured)
            it.kind.spelling() to check + ("source" to it.reason.source)
        }
        return mapOf(
            "input_crc32" to crc32(file),
            "verdict" to report.verdict,
            "profile" to report.profile,
            "edition" to report.edition,
            "file" to report.file,
            "checks" to checks,
            "face" to report.face,
            "crop" to report.crop,
            "fingerprints" to report.fingerprints,
        )
    }

    fun signature(): Any {
        val file = image
        val buffer = ByteBuffer.allocateDirect(file.size).put(file).flip() as ByteBuffer
        val report = runBlocking { rules.checkSignature(buffer, on) }
        return sample(report) { rules.normaliseSignature(buffer, on) }
    }

    fun strokes(): Any {
        val drawing = readDrawing(json("strokes"))
        val report = runBlocking { rules.checkStrokes(drawing, on) }
        return sample(report) { rules.renderStrokes(drawing, on) }
    }

    private fun sample(report: SignatureReport, normal: suspend () -> ByteArray): Any = mapOf(
        "verdict" to report.verdict,
        "problems" to report.checks.filter { it.verdict == Verdict.FAIL }.map { it.reason.code },
        "measures" to report.checks.filter { it.measured != null }.associate { it.kind.spelling() to it.measured },
        "ink" to report.ink,
        "fingerprint" to report.fingerprint,
        "normal" to try {
            crc32(runBlocking { normal() })
        } catch (_: QujatException) {
            null
        },
    )
}

/** All operations by the names of the vectors. */
private val OPERATIONS: Map<String, Case.() -> Any> = mapOf(
    "eligibility" to Case::eligibility,
    "iin" to Case::iin,
    "card_number" to Case::cardNumber,
    "passport_number" to Case::passportNumber,
    "phone" to Case::phone,
    "email" to Case::email,
    "name" to Case::name,
    "postcode" to Case::postcode,
    "working_days" to Case::workingDays,
    "days_off" to Case::daysOff,
    "ready" to Case::ready,
    "fee" to Case::fee,
    "sms" to Case::sms,
    "fault" to Case::fault,
    "lifecycle" to Case::lifecycle,
    "feedback_mask" to Case::feedbackMask,
    "feedback_summary" to Case::feedbackSummary,
    "nearest" to Case::nearest,
    "slots" to Case::slots,
    "validate" to Case::validate,
    "notice" to Case::notice,
    "explain" to Case::explain,
    "assess" to Case::assess,
    "photo" to Case::photo,
    "signature" to Case::signature,
    "strokes" to Case::strokes,
)

val operations: Set<String> = OPERATIONS.keys

/** The answer to one case in the canonical form; [Failed] with its problems without an answer. */
fun answer(operation: String, given: Map<String, Any?>): Any? = try {
    canonical(OPERATIONS.getValue(operation)(Case(given)))
} catch (refused: QujatException) {
    throw Failed(refused.problems.map { "${it.code} ${it.pointer}".trim() })
}
