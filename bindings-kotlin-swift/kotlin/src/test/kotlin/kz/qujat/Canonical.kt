package kz.qujat

import java.lang.reflect.Modifier
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime

/** The tags of unions in JSON. */
private val TAGS = mapOf("Decision" to "outcome", "ReceivingChoice" to "method", "NoticeData" to "kind", "Action" to "event")

fun snake(name: String): String =
    name.replaceFirstChar { it.lowercaseChar() }.replace(Regex("[A-Z]")) { "_" + it.value.lowercase() }

/** A typed answer in the canonical form of the vectors. */
fun canonical(value: Any?): Any? = when (value) {
    null, is String, is Boolean -> value
    is Number -> value
    is Int, is Long, is UInt, is UShort, is Double -> Number(value.toString())
    is LocalDate -> value.toString()
    is LocalTime -> if (value == LocalTime.MAX) "24:00" else value.toString().take(5)
    is Instant -> value.toString()
    is BigDecimal -> value.toPlainString()
    is Enum<*> -> value.javaClass.getMethod("spelling").invoke(value)
    is ParamValue.Number -> Number(value.value.toString())
    is ParamValue -> value.asText()
    is List<*> -> value.map(::canonical)
    is Map<*, *> -> value.mapValues { canonical(it.value) }
    is Decision -> decision(value)
    is QuoteLine -> fields(value) - "reason" + fields(value.reason)
    is Pair<*, *> -> error("no field")
    else -> fields(value)
}

/** A decision is told with its reasons, which are not a field of an eligible
 * one. */
private fun decision(value: Decision): Map<String, Any?> =
    fields(value) - "source" + ("reasons" to canonical(reasonsOfDecision(value)))

/** The fields of a record, and the tag of a union. */
private fun fields(value: Any): Map<String, Any?> {
    val type = value.javaClass
    val made = linkedMapOf<String, Any?>()
    TAGS[type.superclass.simpleName]?.let { made[it] = snake(type.simpleName) }
    for (field in type.declaredFields.filterNot { Modifier.isStatic(it.modifiers) }) {
        field.isAccessible = true
        val found = field.get(value)
        // An unsigned number is an `int` with a getter whose name says so.
        val getter = "get" + field.name.replaceFirstChar { it.uppercaseChar() } + "-"
        val isUnsigned = type.declaredMethods.any { it.name.startsWith(getter) }
        made[snake(field.name)] = when {
            found is Int && isUnsigned -> Number(found.toUInt().toString())
            found is Short && isUnsigned -> Number(found.toUShort().toString())
            else -> canonical(found)
        }
    }
    return made
}
