/*
 * Values that are one number or one text in Rust: what the generated code calls to convert
 * them. The types that hide personal data are generated.
 *
 * A value that Rust does not have becomes one that it refuses with the right code.
 */
package kz.qujat

import java.math.BigDecimal
import java.time.LocalDate
import java.time.LocalTime

internal fun epochDays(day: LocalDate): Int =
    day.toEpochDay().coerceIn(Int.MIN_VALUE.toLong(), Int.MAX_VALUE.toLong()).toInt()

/** 24:00, the end of a day, is [LocalTime.MAX]: there is no other time that is later than 23:59. */
private const val END = 1440

internal fun timeOf(minutes: UInt): LocalTime =
    if (minutes.toInt() == END) LocalTime.MAX else LocalTime.of(minutes.toInt() / 60, minutes.toInt() % 60)

internal fun minutesOf(time: LocalTime): UInt = when {
    time == LocalTime.MAX -> END.toUInt()
    time.second == 0 && time.nano == 0 -> (time.hour * 60 + time.minute).toUInt()
    else -> UInt.MAX_VALUE
}

/** More digits than any amount has; a text of all of them could fill the memory. */
private const val DIGITS = 64

internal fun plainText(value: BigDecimal): String {
    val whole = value.precision().toLong() - value.scale().toLong()
    return if (value.scale() > DIGITS || whole > DIGITS) "" else value.toPlainString()
}

internal fun paramsOf(entries: List<NamedParam>): Map<String, ParamValue> = entries.associate { it.name to it.value }

internal fun namedParams(params: Map<String, ParamValue>): List<NamedParam> =
    params.map { (name, value) -> NamedParam(name, value) }
