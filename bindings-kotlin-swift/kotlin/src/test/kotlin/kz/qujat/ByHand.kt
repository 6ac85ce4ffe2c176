package kz.qujat

import java.io.InputStream
import java.math.BigDecimal
import java.math.RoundingMode
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.temporal.ChronoUnit
import javax.imageio.ImageIO
import kotlin.math.sqrt

/**
 * The code that a good team would write for its app with the JDK alone: the rules of one service in one
 * year, without editions, sources, parameters and texts. `Bench.kt` compares it with the library.
 */
internal object ByHand {
    data class Decision(val daysLeft: Int, val codes: List<String>, val window: ClosedRange<LocalDate>?)

    private val PILOT = LocalDate.of(2025, 5, 28)..LocalDate.of(2026, 2, 28)

    fun decide(document: String, ground: String, expiresOn: LocalDate, today: LocalDate): Decision {
        val daysLeft = ChronoUnit.DAYS.between(today, expiresOn).toInt()
        val codes = ArrayList<String>(2)
        if (document != "identity_card") codes.add("DOCUMENT_NOT_ONLINE")
        if (ground != "expiry") codes.add("GROUND_NOT_ONLINE")
        if (today < PILOT.start) codes.add("PILOT_NOT_STARTED")
        if (today > PILOT.endInclusive) codes.add("PILOT_ENDED")
        if (daysLeft > 30) codes.add(if (expiresOn.minusDays(30) > PILOT.endInclusive) "NEVER_ONLINE" else "TOO_EARLY")
        if (daysLeft < -10) codes.add("TOO_LATE")
        if (codes.isNotEmpty()) return Decision(daysLeft, codes, null)
        val first = maxOf(expiresOn.minusDays(30), PILOT.start)
        return Decision(daysLeft, codes, first..minOf(expiresOn.plusDays(10), PILOT.endInclusive))
    }

    private val FIRST = intArrayOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
    private val SECOND = intArrayOf(3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)

    /** The birth date of an IIN, or null for a wrong number. */
    fun birthDate(iin: String): LocalDate? {
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
        val (year, month) = century + digits[0] * 10 + digits[1] to digits[2] * 10 + digits[3]
        return runCatching { LocalDate.of(year, month, digits[4] * 10 + digits[5]) }.getOrNull()
    }

    /** A figure, and the days on which it holds: [from] inclusive, [until] exclusive. */
    private class Dated(val from: LocalDate, val until: LocalDate, figure: String) {
        val figure = BigDecimal(figure)

        companion object {
            fun year(year: Int, figure: String) =
                Dated(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), figure)
        }
    }

    private val MRP = listOf(Dated.year(2024, "3692"), Dated.year(2025, "3932"), Dated.year(2026, "4325"))
    private val DUTIES = mapOf(
        "expiry" to listOf(
            Dated(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1), "0.2"),
            Dated(LocalDate.of(2026, 1, 1), LocalDate.MAX, "0"),
        ),
        "loss" to listOf(Dated(LocalDate.of(2024, 1, 1), LocalDate.MAX, "0.2")),
    )

    data class Quote(val base: BigDecimal, val rate: BigDecimal, val total: BigDecimal, val on: LocalDate)

    fun quote(ground: String, on: LocalDate): Quote {
        val figure = { all: List<Dated> -> all.first { it.from <= on && on < it.until }.figure }
        val (base, rate) = figure(MRP) to figure(DUTIES.getValue(ground))
        return Quote(base, rate, (base * rate).setScale(2, RoundingMode.HALF_UP), on)
    }

    /** Days off that fall Monday to Friday, and days at weekends that are worked. */
    class Calendar(private val off: Set<LocalDate>, private val worked: Set<LocalDate>) {
        /** The fifteenth working day after a day. */
        fun readyOn(filedOn: LocalDate): LocalDate {
            var (day, left) = filedOn to 15
            while (left > 0) {
                day = day.plusDays(1)
                val isWorked = if (day.dayOfWeek < DayOfWeek.SATURDAY) day !in off else day in worked
                if (isWorked) left -= 1
            }
            return day
        }
    }

    data class Statistics(val width: Int, val height: Int, val means: List<Double>, val deviations: List<Double>)

    /** Mean and standard deviation of red, green and blue. */
    fun statistics(file: InputStream): Statistics {
        val picture = ImageIO.read(file)
        val pixels = picture.getRGB(0, 0, picture.width, picture.height, null, 0, picture.width)
        val sums = LongArray(3)
        val squares = LongArray(3)
        for (pixel in pixels) {
            for (channel in 0..2) {
                val value = (pixel shr (16 - 8 * channel)) and 255
                sums[channel] += value.toLong()
                squares[channel] += (value * value).toLong()
            }
        }
        val means = sums.map { it.toDouble() / pixels.size }
        val deviations = squares.mapIndexed { channel, sum ->
            sqrt(sum.toDouble() / pixels.size - means[channel] * means[channel])
        }
        return Statistics(picture.width, picture.height, means, deviations)
    }
}
