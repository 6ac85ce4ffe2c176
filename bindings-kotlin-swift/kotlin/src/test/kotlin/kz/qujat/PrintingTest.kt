package kz.qujat

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.util.Formatter
import java.util.Objects
import java.util.Optional
import java.util.logging.Level
import java.util.logging.LogRecord
import java.util.logging.SimpleFormatter
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

/** Every type, printed in every way that Kotlin has, shows nothing of the planted data. */
class PrintingTest {
    private data class Holder(val value: Any)

    private class Failure(val value: Any) : Exception("failed for $value")

    companion object {
        /** Parts of all planted texts; the masks leave no part. */
        private val SECRETS = listOf(
            "Құпия", "31337", "313.37", "31, 33, 7", "1937", "03:17", "hidden-", "9001013", "012345", "123456", "7010000",
            "ulgi", "serik", "example.kz", "ҮЛГ", "0713",
        )

        private fun written(write: (PrintStream) -> Unit): String {
            val bytes = ByteArrayOutputStream()
            PrintStream(bytes, true, Charsets.UTF_8).use(write)
            return bytes.toString(Charsets.UTF_8)
        }

        private fun failed(error: Throwable): String =
            "$error ${error.message} ${error.stackTraceToString()} ${written(error::printStackTrace)}"

        private fun logged(value: Any): String {
            val record = LogRecord(Level.WARNING, "failed for {0} and $value")
            record.parameters = arrayOf(value)
            record.thrown = Failure(value)
            return SimpleFormatter().format(record)
        }

        /** A copy, as a data class makes it: with all of its fields the same. */
        private fun copied(value: Any): String {
            val copy = value.javaClass.declaredMethods.find { it.name == "copy\$default" } ?: return "$value"
            val types = copy.parameterTypes
            val arguments = types.mapIndexed { at, type ->
                when {
                    at == 0 -> value
                    at == types.size - 1 -> null
                    at == types.size - 2 -> -1
                    else -> zero(type)
                }
            }
            return copy.invoke(null, *arguments.toTypedArray()).toString()
        }

        private fun zero(type: Class<*>): Any? = when (type) {
            java.lang.Boolean.TYPE -> false
            java.lang.Integer.TYPE -> 0
            java.lang.Long.TYPE -> 0L
            java.lang.Short.TYPE -> 0.toShort()
            java.lang.Double.TYPE -> 0.0
            else -> null
        }

        private val WAYS: Map<String, (Any) -> String> = mapOf(
            "toString" to { value -> value.toString() },
            "template" to { value -> "$value" },
            "plus" to { value -> "" + value },
            "String.valueOf" to { value -> java.lang.String.valueOf(value) },
            "String.format" to { value -> "%s %S %40s".format(value, value, value) },
            "Formatter" to { value -> Formatter().format("%s", value).toString() },
            "StringBuilder" to { value -> StringBuilder().append(value).toString() },
            "buildString" to { value -> buildString { append(value) } },
            "Objects.toString" to { value -> Objects.toString(value) },
            "list" to { value -> listOf(value).toString() },
            "array" to { value -> arrayOf(value).contentDeepToString() },
            "map" to { value -> mapOf("value" to value).toString() },
            "pair" to { value -> Pair(value, value).toString() },
            "Optional" to { value -> Optional.of(value).toString() },
            "Result" to { value -> Result.success(value).toString() },
            "joinToString" to { value -> listOf(value).joinToString() },
            "data class" to { value -> Holder(value).toString() },
            "copy" to ::copied,
            "println" to { value -> written { it.println(value) } },
            "printf" to { value -> written { it.printf("%s%n", value) } },
            "exception" to { value -> failed(Failure(value)) },
            "cause" to { value -> failed(IllegalStateException("outer", Failure(value))) },
            "require" to { value -> failed(runCatching { require(false) { value } }.exceptionOrNull()!!) },
            "assertEquals" to { value -> failed(runCatching { assertEquals("else", value) }.exceptionOrNull()!!) },
            "logging" to ::logged,
        )

        @JvmStatic
        fun ways(): List<String> = WAYS.keys.toList()
    }

    @ParameterizedTest
    @MethodSource("ways")
    fun `no type shows planted data`(way: String) {
        for ((type, values) in Planted.all) {
            assertTrue(values.isNotEmpty(), type)
            for (value in values) {
                val printed = WAYS.getValue(way)(value)
                for (secret in SECRETS) {
                    assertFalse(secret in printed, "$type shows `$secret` by $way")
                }
            }
        }
    }

    @Test
    fun `all types of the library are there`() {
        val table = Json.parse(ROOT.resolve("bindings-kotlin-swift/printing.json").readText()) as Map<*, *>
        val types = (table["types"] as Map<*, *>).keys.map { it as String }
        val classes = types.filterNot { name -> name == "QujatError" || Class.forName("kz.qujat.$name").isEnum }
        assertEquals(emptySet<String>(), classes.toSet() - Planted.all.keys)
        assertTrue(Planted.all.size > 80)
    }

    @Test
    fun `planted data are in the fields`() {
        val line = Planted.all.getValue("QuoteLine").first() as QuoteLine
        assertTrue("31337" in line.exemption!!)
        val applicant = Planted.all.getValue("Applicant").first() as Applicant
        assertTrue("9001013" in applicant.iin.text && "ҮЛГ" in applicant.surname.text)
        val address = Planted.all.getValue("Address").first() as Address
        assertTrue("Құпия" in address.locality && "0713" in address.postcode)
    }

    @Test
    fun `a text that is none of the library's is hidden whole`() {
        for (text in listOf("", "a", "07", "abcd", "a@b")) {
            for (value in listOf(Iin(text), CardNumber(text), PassportNumber(text), Phone(text), EmailAddress(text), PersonName(text))) {
                assertTrue(value.toString().all { it == '*' }, "$value")
            }
        }
        assertEquals("**********07", "${Iin("900101300007")}")
        assertEquals("+7********01", "${Phone("+77010000001")}")
        assertEquals("u***@***.kz", "${EmailAddress("ulgi.serik@example.kz")}")
        assertEquals("***", "${PersonName("ҮЛГІЕВ")}")
    }
}
