/*
 * The cost of a call from Kotlin, beside the same written by hand in Kotlin.
 *
 *     kz.qujat.BenchKt FOLDER      writes FOLDER/kotlin-bench.md and FOLDER/kotlin-bench.json
 *
 * All ways to an answer are warmed up and then take turns, each for about two milliseconds, so that what
 * slows the machine down meets all of them; they have to agree first. Figures are medians of the rounds,
 * the spread is the distance of their quartiles.
 */
package kz.qujat

import java.io.File
import java.nio.ByteBuffer
import java.time.LocalDate
import java.util.Locale

private const val ROUNDS = 31
private const val ROUND_NANOS = 2e6
private const val WARM_UP_NANOS = 400e6

/** The sink of answers, so that no call is left out. */
@Volatile
private var answer: Any? = null

/** A way to an answer; [name] is null for the library's own. */
private class Way(val name: String?, val call: () -> Any?) {
    private val nanos = mutableListOf<Double>()
    private var calls = 1

    private fun perCall(): Double {
        val begun = System.nanoTime()
        repeat(calls) { answer = call() }
        return (System.nanoTime() - begun).toDouble() / calls
    }

    fun warmUp() {
        var (spent, best) = 0.0 to Double.MAX_VALUE
        while (spent < WARM_UP_NANOS) {
            val each = perCall()
            spent += each * calls
            best = minOf(best, each)
            calls = minOf(2 * calls, 1 shl 16)
        }
        calls = maxOf(1, (ROUND_NANOS / best).toInt())
    }

    fun round() {
        nanos.add(perCall())
    }

    private fun quartile(number: Int) = nanos.sorted()[(nanos.size - 1) * number / 4]
    val median get() = quartile(2)
    val spread get() = quartile(3) - quartile(1)
}

private class Row(val row: String, val what: String, call: () -> Any?, vararg peers: Pair<String, () -> Any?>) {
    val own = Way(null, call)
    val peers = peers.map { (name, call) -> Way(name, call) }

    fun measure() {
        val ways = listOf(own) + peers
        ways.forEach(Way::warmUp)
        repeat(ROUNDS) { ways.forEach(Way::round) }
    }
}

private val RULES = Rulebook.edition()
private val TODAY = LocalDate.of(2026, 2, 10)
private const val IIN = "900101300007"
private const val BY_HAND = "hand-written Kotlin"

/** Makes sure that what is written by hand says what the library says, or there is nothing to compare. */
private fun agree(days: List<LocalDate>, calendar: ByHand.Calendar, photo: ByteArray) {
    for (day in days) {
        for (ground in listOf(Ground.EXPIRY, Ground.LOSS)) {
            val ours = RULES.decide(Inquiry(DocumentKind.IDENTITY_CARD, ground, day), TODAY)
            val theirs = ByHand.decide("identity_card", ground.spelling(), day, TODAY)
            val (daysLeft, codes) = when (ours) {
                is Decision.Eligible -> ours.daysLeft to listOf()
                is Decision.Refused -> ours.daysLeft to ours.reasons.map { it.code.toString() }
            }
            check(daysLeft == theirs.daysLeft && codes == theirs.codes) { "$day: $ours, $theirs" }
            val quote = RULES.quote(FeeInquiry(DocumentKind.IDENTITY_CARD, ground = ground, on = TODAY))
            check(quote.total.compareTo(ByHand.quote(ground.spelling(), TODAY).total) == 0) { "$ground: $quote" }
        }
        check(RULES.readyOn(day).readyOn == calendar.readyOn(day)) { "$day" }
    }
    check(iinFacts(parseIin(IIN)).birthDate == ByHand.birthDate(IIN))
    check(ByHand.birthDate("900101300008") == null)
    val (width, height) = ByHand.statistics(photo.inputStream())
    check(width == 600 && height == 800)
}

private fun direct(file: ByteArray) = ByteBuffer.allocateDirect(file.size).put(file).flip() as ByteBuffer

private fun rows(): List<Row> {
    val days = List(64) { TODAY.plusDays(it * 2L - 40) }
    val years = listOf(2025, 2026).map { RULES.calendar().daysOff(it) }
    val calendar = ByHand.Calendar(years.flatMap { it.days }.toSet(), years.flatMap { it.worked }.toSet())
    val form = ROOT.resolve("examples/data/eligible.json").readText()
    val photo = FOLDER.resolve("images/photos/good.jpg").readBytes()
    val signature = FOLDER.resolve("images/signatures/signature-3.jpg").readBytes()
    val centres = CentreDirectory.fromJson(ROOT.resolve("examples/data/centres.json").readText())
    val ready = NoticeData.Ready("2026-000101", LocalDate.of(2026, 3, 3), "09:30", "ЦОН № 1", "Достық 1, Астана")
    agree(days, calendar, photo)
    val sms = RULES.notice(ready, Language.RU, TODAY).sms.text
    val fee = FeeInquiry(DocumentKind.IDENTITY_CARD, ground = Ground.LOSS, on = TODAY)
    val (photoBuffer, signatureBuffer) = direct(photo) to direct(signature)
    var turn = 0
    val next = { days[turn++ and 63] }
    return listOf(
        Row(
            "eligibility", "a decision with its reasons",
            { RULES.decide(Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, next()), TODAY) },
            BY_HAND to { ByHand.decide("identity_card", "expiry", next(), TODAY) },
        ),
        Row("iin", "IIN", { parseIin(IIN) }, BY_HAND to { ByHand.birthDate(IIN) }),
        Row("email", "e-mail address", { RULES.parseEmail("serik.ulgiev@example.kz", TODAY) }),
        Row("phone", "phone number", { RULES.parsePhone("+7 (701) 000-00-01", TODAY) }),
        Row("form", "JSON text, all fields validated", { RULES.validate(form, TODAY) }),
        Row("fee", "quote of the duty", { RULES.quote(fee) }, BY_HAND to { ByHand.quote("loss", TODAY) }),
        Row(
            "ready", "pickup date, 15 working days",
            { RULES.readyOn(next()) },
            BY_HAND to { calendar.readyOn(next()) },
        ),
        Row(
            "notices", "a notice in one language: SMS, segments, e-mail, push",
            { RULES.notice(ready, Language.RU, TODAY) },
        ),
        Row("sms", "segments of an SMS", { countSms(sms) }),
        Row(
            "photo", "photo 600 × 800: the whole report with its face, against decoding and statistics",
            { RULES.checkPhotoBlocking(photoBuffer, TODAY) },
            "ImageIO" to { ByHand.statistics(photo.inputStream()) },
        ),
        Row("signature", "the report on a signature sample", { RULES.checkSignatureBlocking(signatureBuffer, TODAY) }),
        Row("all_without_images", "everything without pictures", { RULES.assessBlocking(form, TODAY, centres = centres) }),
        Row(
            "all", "everything",
            { RULES.assessBlocking(form, TODAY, centres = centres, photo = photo, signature = signature) },
        ),
    )
}

private fun machine(): String {
    val information = File("/proc/cpuinfo")
    val lines = if (information.exists()) information.readLines() else listOf()
    val model = lines.firstOrNull { it.startsWith("model name") }?.substringAfter(":")?.trim()
    val processors = Runtime.getRuntime().availableProcessors()
    return "${model ?: System.getProperty("os.arch")}, $processors processors, ${System.getProperty("os.name")}"
}

private fun rounded(value: Double, digits: Int) = String.format(Locale.ROOT, "%.${digits}f", value)

private fun micros(nanos: Double) = rounded(nanos / 1000, 3)

private fun markdown(row: Row): String {
    val own = "| ${row.what} | ${micros(row.own.median)} | ${micros(row.own.spread)} |"
    if (row.peers.isEmpty()) return "$own | | |"
    return row.peers.joinToString("\n") {
        "$own ${it.name} | ${micros(it.median)} | ${rounded(it.median / row.own.median, 4)} × |"
    }
}

private fun figures(way: Way) =
    mapOf("median_ns" to Number(rounded(way.median, 1)), "spread_ns" to Number(rounded(way.spread, 1)))

private fun json(row: Row): Map<String, Any?> {
    val peers = row.peers.map {
        mapOf("name" to it.name) + figures(it) + ("ratio" to Number(rounded(it.median / row.own.median, 5)))
    }
    return mapOf("row" to row.row, "what" to row.what) + figures(row.own) + ("peers" to peers)
}

fun main(arguments: Array<String>) {
    val versions = mapOf(
        System.getProperty("java.vm.name") to System.getProperty("java.version"),
        "Kotlin" to KotlinVersion.CURRENT.toString(),
        "JNA" to com.sun.jna.Native.VERSION,
        "qujat" to libraryVersion(),
    )
    val rows = rows().onEach(Row::measure)
    val text = "# Calls from Kotlin\n\n${machine()}. ${versions.entries.joinToString { "${it.key} ${it.value}" }}. " +
        "Microseconds for each call, medians of $ROUNDS rounds.\n\n" +
        "| call | median | spread | the other | median | faster by |\n|---|---:|---:|---|---:|---:|\n" +
        rows.joinToString("\n", transform = ::markdown) + "\n"
    val folder = File(arguments.single())
    folder.resolve("kotlin-bench.md").writeText(text)
    val report = mapOf(
        "language" to "Kotlin", "machine" to machine(), "rounds" to ROUNDS, "versions" to versions,
        "rows" to rows.map(::json),
    )
    folder.resolve("kotlin-bench.json").writeText(Json.write(report) + "\n")
    print(text)
}
