/* What an answer says to a citizen. */
package kz.qujat

/** `true` if the card can be renewed online. */
public val Decision.isEligible: Boolean
    get() = this is Decision.Eligible

/** Explains an assessment in a language. */
public fun Rulebook.explain(assessment: Assessment, language: Language): List<Statement> =
    explainAnswer(Answer.OfAssessment(assessment), language)

/** Explains a decision in a language. */
public fun Rulebook.explain(decision: Decision, language: Language): List<Statement> =
    explainAnswer(Answer.OfDecision(decision), language)

/** Explains a quote in a language. */
public fun Rulebook.explain(quote: Quote, language: Language): List<Statement> =
    explainAnswer(Answer.OfQuote(quote), language)

/** Explains a ready date in a language. */
public fun Rulebook.explain(ready: ReadyDate, language: Language): List<Statement> =
    explainAnswer(Answer.OfReadyDate(ready), language)

/** Explains an offered appointment in a language. */
public fun Rulebook.explain(offer: PickupOffer, language: Language): List<Statement> =
    explainAnswer(Answer.OfPickupOffer(offer), language)

/** Explains a delivery estimate in a language. */
public fun Rulebook.explain(estimate: DeliveryEstimate, language: Language): List<Statement> =
    explainAnswer(Answer.OfDeliveryEstimate(estimate), language)

/** Explains in a language the right to file on paper. */
public fun Rulebook.explain(right: PaperRight, language: Language): List<Statement> =
    explainAnswer(Answer.OfPaperRight(right), language)

/** Explains the problems of a form in a language. */
public fun Rulebook.explain(validation: Validation, language: Language): List<Statement> =
    explainAnswer(Answer.OfProblems(validation.problems), language)

/** Explains an exception in a language. */
public fun Rulebook.explain(exception: QujatException, language: Language): List<Statement> =
    explainAnswer(Answer.OfProblems(exception.problems), language)

/** Explains a reason in a language. */
public fun Rulebook.explain(reason: Reason, language: Language): List<Statement> =
    explainAnswer(Answer.OfReasons(listOf(reason)), language)
