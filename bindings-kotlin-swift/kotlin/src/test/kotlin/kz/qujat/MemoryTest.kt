package kz.qujat

import java.io.File
import java.nio.ByteBuffer
import java.time.LocalDate
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Tag
import org.junit.jupiter.api.Test

/**
 * Watches the memory of the process, Rust's part included. The memory that Java and the C library
 * keep for themselves depends on the machine: `make test-more` runs it.
 */
@Tag("more")
class MemoryTest {
    private val rules = Rulebook.edition()
    private val day = LocalDate.of(2026, 2, 10)

    /** In KiB, after Java has collected its own. */
    private fun resident(): Long {
        repeat(3) {
            System.gc()
            System.runFinalization()
            Thread.sleep(20)
        }
        return File("/proc/self/status").readLines().first { it.startsWith("VmRSS") }.filter(Char::isDigit).toLong()
    }

    private fun assertFlat(name: String, count: Int, call: () -> Unit) {
        val sizes = List(10) {
            repeat(count / 10) { call() }
            resident() / 1024
        }
        println("$name: MB after each tenth of $count calls: ${sizes.joinToString(" ")}")
        // The memory that Java keeps for itself settles in the first half.
        assertTrue(sizes.last() - sizes[4] <= 4, "memory grows: $sizes")
    }

    @Test
    fun `memory is flat over 200 000 calls of each kind`() {
        val inquiry = Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, day.plusDays(12))
        val form = ROOT.resolve("examples/data/eligible.json").readText()
        assertFlat("a decision", COUNT) { rules.decide(inquiry, day) }
        assertFlat("an error", COUNT) {
            runCatching { parseIin("1") }.exceptionOrNull() as QujatException
        }
        assertFlat("objects that nobody closes", COUNT) { Application() }
        assertFlat("a form", COUNT / 10) { rules.validate(form, day) }
        val file = FOLDER.resolve("images/photos/good.png").readBytes()
        val buffer = ByteBuffer.allocateDirect(file.size).put(file).flip() as ByteBuffer
        assertFlat("a picture", 2000) { rules.inspectImageBlocking(buffer, day) }
    }

    private companion object {
        const val COUNT = 200_000
    }
}
