/*
 * Answers cases of the conformance vectors: JSON lines `{"operation", "input"}` in, and lines in the
 * canonical form out. The parity report compares the languages with it.
 */
package kz.qujat

fun main() {
    val out = System.out.bufferedWriter(Charsets.UTF_8)
    for (line in System.`in`.bufferedReader(Charsets.UTF_8).lineSequence()) {
        @Suppress("UNCHECKED_CAST")
        val case = Json.parse(line) as Map<String, Any?>
        @Suppress("UNCHECKED_CAST")
        val input = case["input"] as Map<String, Any?>
        val found = try {
            mapOf("expect" to answer(case["operation"] as String, input))
        } catch (failed: Failed) {
            mapOf("error" to failed.problems)
        }
        out.write(Json.write(found, sorted = true))
        out.write("\n")
    }
    out.flush()
}
