/*
 * Pictures, off the main thread. All these functions run on Dispatchers.Default and can be called from
 * any thread.
 *
 * A cancelled call throws CancellationException at once. Work that has not begun is left out; what has
 * begun is finished, and its answer thrown away.
 *
 * The bytes are copied once: those of a ByteBuffer from its position to its limit, neither of which
 * changes.
 */
package kz.qujat

import java.nio.ByteBuffer
import java.time.LocalDate
import kotlin.coroutines.EmptyCoroutineContext
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Runnable
import kotlinx.coroutines.suspendCancellableCoroutine

/** The work on another thread, unless it is cancelled before it begins. */
internal suspend fun <T> offMain(work: () -> T): T = suspendCancellableCoroutine { waiting ->
    val run = Runnable {
        if (waiting.isActive) {
            waiting.resumeWith(runCatching(work))
        }
    }
    Dispatchers.Default.dispatch(EmptyCoroutineContext, run)
}

private fun direct(bytes: ByteArray): ByteBuffer = ByteBuffer.allocateDirect(bytes.size).apply {
    put(bytes)
    flip()
}

/**
 * A copy, of a direct buffer too: another thread could change its bytes while they are read, or a file
 * that is mapped into it could end.
 */
private fun direct(bytes: ByteBuffer): ByteBuffer = ByteBuffer.allocateDirect(bytes.remaining()).apply {
    put(bytes.duplicate())
    flip()
}

/**
 * Describes an image file without decoding it, and makes sure that it is whole and nothing more, under the
 * limits of a day.
 *
 * @throws QujatException if it is not accepted.
 */
public suspend fun Rulebook.inspectImage(file: ByteArray, on: LocalDate): ImageFile =
    offMain { inspectImageBlocking(direct(file), on) }

/** The same for a buffer. */
public suspend fun Rulebook.inspectImage(file: ByteBuffer, on: LocalDate): ImageFile =
    offMain { inspectImageBlocking(direct(file), on) }

/**
 * The same picture without metadata; no pixel changes.
 *
 * @throws QujatException if the file is not accepted.
 */
public suspend fun Rulebook.sanitizeImage(file: ByteArray, on: LocalDate): ByteArray =
    offMain { sanitizeImageBlocking(direct(file), on) }

/** The same for a buffer. */
public suspend fun Rulebook.sanitizeImage(file: ByteBuffer, on: LocalDate): ByteArray =
    offMain { sanitizeImageBlocking(direct(file), on) }

/**
 * Decodes an image file, as the checks see it: upright, transparent pixels on white.
 *
 * @throws QujatException if the file is not accepted.
 */
public suspend fun Rulebook.decodeImage(file: ByteArray, on: LocalDate): Picture =
    offMain { decodeImageBlocking(direct(file), on) }

/** The same for a buffer. */
public suspend fun Rulebook.decodeImage(file: ByteBuffer, on: LocalDate): Picture =
    offMain { decodeImageBlocking(direct(file), on) }

/**
 * Checks a photo under the profile of a day: the file, the picture, and the face in it. A photo that is
 * not accepted is no error: the report lists its problems.
 *
 * @throws QujatException `NOT_COVERED` if no profile covers the day.
 */
public suspend fun Rulebook.checkPhoto(file: ByteArray, on: LocalDate): PhotoReport =
    offMain { checkPhotoBlocking(direct(file), on) }

/** The same for a buffer. */
public suspend fun Rulebook.checkPhoto(file: ByteBuffer, on: LocalDate): PhotoReport =
    offMain { checkPhotoBlocking(direct(file), on) }

/**
 * Checks a picture of a signature, JPEG or PNG, under the limits of a day. A file that is not accepted
 * gives a report too.
 *
 * @throws QujatException `NOT_COVERED` if no limits cover the day.
 */
public suspend fun Rulebook.checkSignature(file: ByteArray, on: LocalDate): SignatureReport =
    offMain { checkSignatureBlocking(direct(file), on) }

/** The same for a buffer. */
public suspend fun Rulebook.checkSignature(file: ByteBuffer, on: LocalDate): SignatureReport =
    offMain { checkSignatureBlocking(direct(file), on) }

/**
 * The picture of a signature as the card needs it: a grey PNG.
 *
 * @throws QujatException what is wrong with it.
 */
public suspend fun Rulebook.normaliseSignature(file: ByteArray, on: LocalDate): ByteArray =
    offMain { normaliseSignatureBlocking(direct(file), on) }

/** The same for a buffer. */
public suspend fun Rulebook.normaliseSignature(file: ByteBuffer, on: LocalDate): ByteArray =
    offMain { normaliseSignatureBlocking(direct(file), on) }

/**
 * Checks a signature drawn on a screen, under the limits of a day.
 *
 * @throws QujatException if the drawing has numbers beyond all screens, or no limits cover the day.
 */
public suspend fun Rulebook.checkStrokes(drawing: Drawing, on: LocalDate): SignatureReport =
    offMain { checkStrokesBlocking(drawing, on) }

/**
 * The drawing as the card needs it: a grey PNG.
 *
 * @throws QujatException what is wrong with it.
 */
public suspend fun Rulebook.renderStrokes(drawing: Drawing, on: LocalDate): ByteArray =
    offMain { renderStrokesBlocking(drawing, on) }

/**
 * Assesses an application: reads and checks the form, decides, quotes, schedules, checks the pictures, and
 * renders the notices to send. A question that cannot be answered is `null`, and a problem gives the
 * reason.
 *
 * @param form the form, JSON text.
 * @param today the civil date in Kazakhstan.
 * @param register the state register's record, if there is one; it decides.
 * @param centres the directory of service centres, if a pickup is to be offered.
 * @param bookings what is already booked at the centres.
 * @param photo the photo, a JPEG or PNG file.
 * @param signature the picture of the signature, a JPEG or PNG file.
 * @param faults the attempt and the technical faults known for that time, if filing on paper is asked for.
 * @throws QujatException if a value cannot be read, such as a day after the year 9999.
 */
public suspend fun Rulebook.assess(
    form: String,
    today: LocalDate,
    register: RegisterRecord? = null,
    centres: CentreDirectory? = null,
    bookings: List<Booking> = emptyList(),
    photo: ByteArray? = null,
    signature: ByteArray? = null,
    faults: FaultQuery? = null,
): Assessment = offMain {
    assessBlocking(form, today, register, centres, bookings, photo, signature, faults)
}
