/*
 * A phone that walks through an application, as far as it can without a network: the form, the photo,
 * the signature, and what comes of it. It prints what the screen would show, in three languages.
 *
 *     phone FORM.json PHOTO STROKES.json TODAY
 */
import java.io.File
import java.time.LocalDate
import kotlin.system.exitProcess
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import kz.qujat.Check
import kz.qujat.Language
import kz.qujat.QujatException
import kz.qujat.Rulebook
import kz.qujat.Verdict
import kz.qujat.assess
import kz.qujat.checkPhoto
import kz.qujat.checkStrokes
import kz.qujat.explain
import kz.qujat.messages
import kz.qujat.readDrawing
import kz.qujat.renderStrokes

/** The app's own words; everything else comes from the library. */
private class Labels(val form: String, val photo: String, val signature: String, val decision: String, val good: String)

private val LABELS = mapOf(
    Language.KK to Labels("Өтініш", "Фотосурет", "Қолтаңба үлгісі", "Шешім", "ескертпе жоқ"),
    Language.RU to Labels("Заявление", "Фотография", "Образец подписи", "Решение", "замечаний нет"),
    Language.EN to Labels("Application", "Photo", "Signature sample", "Decision", "nothing to complain about"),
)

private class Screen(private val rules: Rulebook, private val language: Language) {
    val labels: Labels = LABELS.getValue(language)

    fun show(label: String, lines: List<String>) {
        println("$label: ${if (lines.isEmpty()) labels.good else ""}".trimEnd())
        lines.forEach { println("  - $it") }
    }

    /** The findings of a check, unless it passed. */
    fun texts(checks: List<Check>): List<String> = checks
        .filter { it.verdict == Verdict.FAIL || it.verdict == Verdict.WARN }
        .map { rules.textOfReason(it.reason, language) }
}

private suspend fun walk(form: String, photo: ByteArray, strokes: String, today: LocalDate) {
    val rules = Rulebook.edition()
    val drawing = readDrawing(strokes)
    val (photoReport, signatureReport) = kotlinx.coroutines.coroutineScope {
        val ofPhoto = async { rules.checkPhoto(photo, today) }
        val ofSignature = async { rules.checkStrokes(drawing, today) }
        ofPhoto.await() to ofSignature.await()
    }
    // The upload: the form, and the picture that the drawing makes.
    val signature = if (signatureReport.verdict == Verdict.FAIL) null else rules.renderStrokes(drawing, today)
    val assessment = rules.assess(form, today, photo = photo, signature = signature)

    for (language in Language.entries) {
        val screen = Screen(rules, language)
        val title = rules.title()
        println("== " + mapOf(Language.KK to title.kk, Language.RU to title.ru, Language.EN to title.en)[language])
        val problems = rules.validate(form, today).problems
        screen.show(screen.labels.form, problems.map { rules.textOfProblem(it, language) })
        screen.show(screen.labels.photo, screen.texts(photoReport.checks))
        screen.show(screen.labels.signature, screen.texts(signatureReport.checks))
        val decision = assessment.decision
        screen.show(screen.labels.decision, decision?.let { rules.explain(it, language) }.orEmpty().flatMap { listOfNotNull(it.text, it.action) })
        assessment.quote?.let { quote -> rules.explain(quote, language).forEach { println("  - ${it.text}") } }
        assessment.ready?.let { ready -> rules.explain(ready, language).forEach { println("  - ${it.text}") } }
        println()
    }
}

fun main(arguments: Array<String>) {
    if (arguments.size != 4) {
        System.err.println("phone FORM.json PHOTO STROKES.json TODAY")
        exitProcess(2)
    }
    val (form, photo, strokes, today) = arguments
    try {
        runBlocking { walk(File(form).readText(), File(photo).readBytes(), File(strokes).readText(), LocalDate.parse(today)) }
    } catch (refused: QujatException) {
        Language.entries.flatMap { refused.messages(it) }.forEach(System.err::println)
        exitProcess(1)
    }
}
