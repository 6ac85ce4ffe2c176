package kz.qujat

import java.nio.ByteBuffer
import java.time.LocalDate
import java.util.concurrent.CountDownLatch
import kotlin.system.measureNanoTime
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class PicturesTest {
    private val rules = Rulebook.edition()
    private val photo = FOLDER.resolve("images/photos/good.png").readBytes()
    private val day = LocalDate.of(2026, 2, 10)

    private fun direct(bytes: ByteArray): ByteBuffer = ByteBuffer.allocateDirect(bytes.size).put(bytes).flip() as ByteBuffer

    @Test
    fun `arrays, direct buffers and other buffers give the same report`() = runBlocking {
        val report = rules.checkPhoto(photo, day)
        assertEquals(Verdict.PASS, report.verdict)
        assertEquals(report, rules.checkPhoto(direct(photo), day))
        assertEquals(report, rules.checkPhoto(ByteBuffer.wrap(photo), day))
        // The part of a buffer from its position to its limit; neither moves.
        val larger = ByteBuffer.allocateDirect(photo.size + 10)
        larger.position(5)
        larger.put(photo)
        larger.flip().position(5)
        assertEquals(report, rules.checkPhoto(larger, day))
        assertEquals(5, larger.position())
        assertEquals(report, rules.checkPhoto(larger.asReadOnlyBuffer(), day))
    }

    /** A buffer that nobody but the call knows is not collected while Rust reads it. */
    @Test
    fun `buffers live as long as the call`() = runBlocking {
        val report = rules.checkPhoto(photo, day)
        val collecting = launch(Dispatchers.IO) { while (true) { System.gc(); delay(1) } }
        repeat(20) { assertEquals(report, rules.checkPhotoBlocking(direct(photo), day)) }
        collecting.cancelAndJoin()
    }

    @Test
    fun `a picture is inspected, cleaned and decoded`() = runBlocking {
        assertEquals(ImageFormat.PNG, rules.inspectImage(photo, day).format)
        val clean = rules.sanitizeImage(photo, day)
        val picture = rules.decodeImage(clean, day)
        assertEquals((picture.width * picture.height * 3u).toInt(), picture.rgb.size)
        assertArrayEquals(picture.rgb, rules.decodeImage(direct(photo), day).rgb)
    }

    @Test
    fun `what is no picture is refused`() {
        for (bytes in listOf(ByteArray(0), "no picture".toByteArray(), photo.copyOf(1000))) {
            val thrown = assertThrows(QujatException::class.java) { runBlocking { rules.inspectImage(bytes, day) } }
            assertTrue(thrown.code.name.startsWith("IMAGE_"), thrown.code.name)
            assertEquals(Verdict.FAIL, runBlocking { rules.checkPhoto(bytes, day) }.verdict)
        }
    }

    @Test
    fun `a photo is part of an assessment`() = runBlocking {
        val form = ROOT.resolve("examples/data/eligible.json").readText()
        val assessment = rules.assess(form, day, photo = photo)
        assertEquals(rules.checkPhoto(photo, day), assessment.photo)
        assertNull(rules.assess(form, day).photo)
    }

    /** The caller's thread is free meanwhile. */
    @Test
    fun `the calling thread is not held`() = runBlocking {
        var ticks = 0
        val ticking = launch { while (true) { delay(1); ticks += 1 } }
        rules.checkPhoto(photo, day)
        ticking.cancelAndJoin()
        assertTrue(ticks > 3, "$ticks ticks")
    }

    @Test
    fun `cancelled before it begins, nothing is done`() = runBlocking {
        val threads = Runtime.getRuntime().availableProcessors().coerceAtLeast(2)
        val (full, go) = CountDownLatch(threads) to CountDownLatch(1)
        val held = List(threads) { launch(Dispatchers.Default) { full.countDown(); go.await() } }
        full.await()
        var begun = 0
        val waiting = launch { offMain { begun += 1 } }
        delay(10)
        waiting.cancelAndJoin()
        assertTrue(waiting.isCancelled)
        go.countDown()
        held.forEach { it.join() }
        offMain { }
        assertEquals(0, begun)
    }

    @Test
    fun `cancelled while it runs, it throws at once, and its answer is thrown away`() = runBlocking {
        val (begun, go) = CountDownLatch(1) to CountDownLatch(1)
        var isDone = false
        val asked = async {
            offMain {
                begun.countDown()
                go.await()
                isDone = true
            }
        }
        Dispatchers.IO.let { io -> kotlinx.coroutines.withContext(io) { begun.await() } }
        asked.cancelAndJoin()
        assertTrue(asked.isCancelled)
        assertTrue(!isDone)
        go.countDown()
        assertThrows(CancellationException::class.java) { runBlocking { asked.await() } }
        Unit
    }

    @Test
    fun `a real check is cancelled by its time limit`() = runBlocking {
        rules.checkPhoto(photo, day)
        val whole = measureNanoTime { repeat(5) { rules.checkPhoto(photo, day) } }
        val given = measureNanoTime {
            assertNull(withTimeoutOrNull(1) { repeat(1000) { rules.checkPhoto(photo, day) } })
        }
        assertTrue(given < whole, "$given ns to give up, $whole ns to do five")
    }

    @Test
    fun `eight threads get the same answers`() = runBlocking {
        val pool = java.util.concurrent.Executors.newFixedThreadPool(8)
        val expected = rules.checkPhoto(photo, day)
        val inquiry = Inquiry(DocumentKind.IDENTITY_CARD, Ground.EXPIRY, day.plusDays(12))
        val decision = rules.decide(inquiry, day)
        coroutineScope {
            repeat(8) { thread ->
                launch(pool.asCoroutineDispatcher()) {
                    repeat(2) { assertEquals(expected, rules.checkPhotoBlocking(direct(photo), day)) }
                    repeat(2000) { assertEquals(decision, rules.decide(inquiry, day)) }
                    // Each thread its own code: no answer goes to another.
                    repeat(500) {
                        val code = Code.entries[(thread * 500 + it) % Code.entries.size]
                        assertEquals(code, assertThrows(QujatException::class.java) { refuse(listOf(Problem(code, Severity.ERROR, "", sampleReason(code).params))) }.code)
                    }
                }
            }
        }
        pool.shutdown()
        // One object from all of them.
        val application = Application()
        val event = readEvent("""{"id": "e-1", "at": "2026-02-10T09:30:00+05:00", "event": "filed", "receiving": "pickup", "due": "0.00"}""")
        val applied = java.util.Collections.synchronizedList(mutableListOf<Boolean>())
        coroutineScope { repeat(8) { launch(Dispatchers.Default) { applied.add(application.apply(event).changed) } } }
        assertEquals(1, applied.count { it })
        assertEquals(State.FILED, application.state())
    }
}
