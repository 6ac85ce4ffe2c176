package kz.qujat

import java.io.File
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** Runs the conformance vectors. `QUJAT_VECTORS=DIR` brings others than the shipped ones. */
class VectorsTest {
    private val files: List<Pair<String, Map<*, *>>> = FOLDER.listFiles { file: File ->
        file.name.endsWith(".json") && !file.name.endsWith(".schema.json")
    }!!.sorted().map { it.name to Json.parse(it.readText()) as Map<*, *> }

    /** `true` if everything expected is there; a list is compared whole, an
     * absent value is null. */
    private fun matches(expected: Any?, actual: Any?): Boolean = when (expected) {
        is List<*> -> actual is List<*> && expected.size == actual.size &&
            expected.zip(actual).all { (one, other) -> matches(one, other) }
        is Map<*, *> -> actual is Map<*, *> && expected.all { (name, value) -> matches(value, actual[name]) }
        is Number -> actual is Number && expected.text.toBigDecimal().compareTo(actual.text.toBigDecimal()) == 0
        else -> expected == actual
    }

    /** `true` if an error is the expected one: `CODE`, or `CODE /pointer` if
     * the place matters. */
    private fun isExpected(expected: List<*>, actual: List<String>): Boolean = expected.size == actual.size &&
        expected.zip(actual).all { (wanted, found) ->
            wanted == found || (' ' !in wanted as String && wanted == found.substringBefore(' '))
        }

    /** The fault of the answer; null without any. */
    private fun run(operation: String, vector: Map<*, *>): String? {
        @Suppress("UNCHECKED_CAST")
        val input = vector["input"] as Map<String, Any?>
        return try {
            val found = answer(operation, input)
            val isRight = "expect" in vector && matches(vector["expect"], found)
            if (isRight) null else Json.write(found)
        } catch (failed: Failed) {
            val expected = vector["error"] as List<*>?
            if (expected != null && isExpected(expected, failed.problems)) null else failed.message
        }
    }

    @TestFactory
    fun `all cases of each file`(): List<DynamicTest> = files.map { (name, file) ->
        DynamicTest.dynamicTest("$name: all ${(file["cases"] as Number).text} cases") {
            var ran = 0
            val wrong = (file["vectors"] as List<*>).mapNotNull { vector ->
                ran += 1
                val found = run(file["operation"] as String, vector as Map<*, *>)
                val wanted = vector["expect"] ?: vector["error"]
                found?.let { "${vector["name"]}\n  wanted ${Json.write(wanted)}\n  got    $it" }
            }
            assertEquals((file["cases"] as Number).text.toInt(), ran)
            assertTrue(wrong.isEmpty(), "${wrong.size} of $ran differ:\n${wrong.joinToString("\n")}")
        }
    }

    @Test
    fun `there are vectors, of every operation`() {
        assertTrue(files.isNotEmpty(), "no vectors in $FOLDER")
        if (System.getenv("QUJAT_VECTORS") == null) {
            assertEquals(operations, files.map { it.second["operation"] }.toSet())
            assertTrue(files.sumOf { (_, file) -> (file["vectors"] as List<*>).size } >= LEAST)
        }
    }

    @Test
    fun `the comparison can fail`() {
        val vector = { text: String, rest: String ->
            Json.parse("""{"input": {"text": "$text"}, $rest}""") as Map<*, *>
        }
        assertNotNull(run("iin", vector("900101300007", """"expect": {"sex": "female"}""")))
        assertNull(run("iin", vector("900101300007", """"expect": {"sex": "male"}""")))
        assertNotNull(run("iin", vector("1", """"expect": {"sex": "male"}""")))
        assertNull(run("iin", vector("1", """"error": ["IIN_LENGTH"]""")))
        assertNotNull(run("iin", vector("1", """"error": ["IIN_LENGTH /text"]""")))
    }

    private companion object {
        /** As many as there are at least. */
        const val LEAST = 1085
    }
}
