/* What an exception says. */
package kz.qujat

/** All problems, the leading one first; at least one. */
public val QujatException.problems: List<Problem>
    get() = when (this) {
        is QujatException.Refused -> problems
    }

/** The code of the leading problem. */
public val QujatException.code: Code
    get() = problems.first().code

/** The figures and dates that belong to the code of the leading problem. */
public val QujatException.params: Map<String, ParamValue>
    get() = problems.first().params

/** The place of the leading problem: an RFC 6901 JSON pointer, empty for the whole
 * input. */
public val QujatException.pointer: String
    get() = problems.first().pointer

/**
 * The text of the leading problem for a citizen.
 *
 * @param language the language.
 * @param rules the rulebook whose texts are used; the default edition's if none is given.
 */
public fun QujatException.message(language: Language, rules: Rulebook = Rulebook.edition()): String =
    rules.textOfProblem(problems.first(), language)

/**
 * The texts of all problems for a citizen, one each.
 *
 * @param language the language.
 * @param rules the rulebook whose texts are used; the default edition's if none is given.
 */
public fun QujatException.messages(language: Language, rules: Rulebook = Rulebook.edition()): List<String> =
    problems.map { rules.textOfProblem(it, language) }

/** `true` if the problem stands in the way of the application: an error or a refusal. */
public val Problem.isBlocking: Boolean
    get() = severity == Severity.ERROR || severity == Severity.REFUSAL

/** For developers' logs: codes, places and parameters, as the library prints them everywhere. */
internal fun logged(problems: List<Problem>): String = problems.joinToString("; ") { problem ->
    val place = if (problem.pointer.isEmpty()) "" else " at `${problem.pointer}`"
    val params = problem.params.entries.joinToString("") { (name, value) -> " $name=`${value.asText()}`" }
    "${problem.code}$place$params"
}

/** The value as text, as it stands in JSON. */
public fun ParamValue.asText(): String = when (this) {
    is ParamValue.Text -> value
    is ParamValue.Word -> value
    is ParamValue.Number -> value.toString()
    is ParamValue.Date -> value.toString()
    is ParamValue.Amount -> value.toPlainString()
    is ParamValue.Decimal -> value.toPlainString()
}
