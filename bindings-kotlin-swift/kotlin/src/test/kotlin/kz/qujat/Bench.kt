/*
 * The cost of a call from Kotlin, beside the same written by hand in Kotlin.
 *
 *     kz.qujat.BenchKt FOLDER      writes FOLDER/kotlin-bench.md and FOLDER/kotlin-bench.json
 *
 * Each subject is warmed up, and then measured in rounds in which all take turns, so that what slows the
 * machine down meets all of them. Of each the median of the rounds is reported, and the fastest.
 */
package kz.qujat

import java.io.File
import java.nio.ByteBuffer
import java.time.LocalDate
import java.time.temporal.ChronoUnit
import java.util.Locale

/** What an app would write if there were no library: one rule, one answer. */
private sealed class ByHand {
    data class Eligible(val daysLeft: Int, val first: LocalDate, val last: LocalDate) : ByHand()

    data class Refused(val daysLeft: Int, val codes: List<String>) : ByHand()
}

private val PILOT = LocalDate.of(2025, 5, 28)..LocalDate.of(2026, 2, 28)

private fun decideByHand(expiresOn: LocalDate, today: LocalDate): ByHand {
    val daysLeft = ChronoUnit.DAYS.between(today, expiresOn).toInt()
    val codes = ArrayList<String>(2)
    if (today < PILOT.start) codes.add("PILOT_NOT_STARTED")
    if (today > PILOT.endInclusive) codes.add("PILOT_ENDED")
    if (daysLeft > 30) codes.add("TOO_EARLY")
    if (daysLeft < -10) codes.add("TOO_LATE")
    if (codes.isNotEmpty()) return ByHand.Refused(daysLeft, codes)
    val first = maxOf(expiresOn.minusDays(30), PILOT.start)
    return ByHand.Eligible(daysLeft, first, minOf(expiresOn.plusDays(10), PILOT.endInclusive))
}

private val FIRST = intArrayOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
private val SECOND = intArrayOf(3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)

private fun birthDateByHand(iin: String): LocalDate? {
    if (iin.length != 12 || iin.any { it !in '0'..'9' }) return null
    val digits = IntArray(12) { iin[it] - '0' }
    var control = (0..10).sumOf { digits[it] * FIRST[it] } % 11
    if (control == 10) control = (0..10).sumOf { digits[it] * SECOND[it] } % 11
    if (control != digits[11]) return null
    val century = when (digits[6]) {
        1, 2 -> 1800
        3, 4 -> 1900
        5, 6 -> 2000
        else -> return null
    }
    return runCatching {
        LocalDate.of(century + digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[4] * 10 + digits[5])
    }.getOrNull()
}

private class Subject(val name: String, val calls: Int, val call: () -> Any?) {
    val micros = mutableListOf<Double>()
    var seen = 0

    fun round(calls: Int = this.calls): Double {
        val begun = System.nanoTime()
        repeat(calls) { seen += call().hashCode() and 1 }
        return (System.nanoTime() - begun) / 1000.0 / calls
    }
}

private const val ROUNDS = 15

fun main(arguments: Array<String>) {
    val rules = Rulebook.edition()
    val today = LocalDate.of(2026, 1, 20)
    val days = List(64) { today.plusDays(it * 2L - 40) }
    // Both say the same of all days that are asked about, or there is nothing to compare.
    for (day in days) {
        val ours = rules.decide(Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, day), today)
        val byHand = decideByHand(day, today)
        check(ours.isEligible == byHand is ByHand.Eligible) { "$day: $ours, $byHand" }
    }
    val iin = "900101300007"
    check(iinFacts(parseIin(iin)).birthDate == birthDateByHand(iin))

    val form = ROOT.resolve("examples/data/eligible.json").readText()
    val file = FOLDER.resolve("images/photos/good.png").readBytes()
    val photo = ByteBuffer.allocateDirect(file.size).put(file).flip() as ByteBuffer
    var turn = 0
    val next = { days[turn++ and 63] }
    val subjects = listOf(
        Subject("eligibility", 4000) { rules.decide(Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, next()), today) },
        Subject("eligibility, by hand", 400_000) { decideByHand(next(), today) },
        Subject("IIN", 4000) { parseIin(iin) },
        Subject("IIN, by hand", 400_000) { birthDateByHand(iin) },
        Subject("form", 500) { rules.validate(form, today) },
        Subject("photo", 1) { rules.checkPhotoBlocking(photo, today) },
    )
    subjects.forEach { subject -> repeat(if (subject.calls == 1) 3 else 5) { subject.round() } }
    repeat(ROUNDS) { subjects.forEach { it.micros.add(it.round()) } }

    val rows = subjects.map { Triple(it.name, it.micros.sorted()[ROUNDS / 2], it.micros.min()) }
    val shown = { value: Double -> String.format(Locale.ROOT, "%.3f", value) }
    val about = "${System.getProperty("java.vm.name")} ${System.getProperty("java.version")}, " +
        "${Runtime.getRuntime().availableProcessors()} processors, qujat ${libraryVersion()}, $ROUNDS rounds in turns"
    val table = rows.joinToString("\n") { (name, median, least) -> "| $name | ${shown(median)} | ${shown(least)} |" }
    val text = "# Calls from Kotlin\n\n$about. Microseconds for each call.\n\n| call | median | fastest |\n|---|---|---|\n$table\n"
    val folder = File(arguments.single())
    folder.resolve("kotlin-bench.md").writeText(text)
    val entries = rows.map { (name, median, least) ->
        mapOf("call" to name, "median_us" to Number(shown(median)), "fastest_us" to Number(shown(least)))
    }
    folder.resolve("kotlin-bench.json").writeText(Json.write(mapOf("about" to about, "calls" to entries)) + "\n")
    print(text)
}
