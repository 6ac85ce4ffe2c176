import Foundation

// The explanation of an answer for a citizen: one statement for each of its reasons, with the sources.

extension Rulebook {
    /// Explains an assessment in a language.
    public func explain(_ assessment: Assessment, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofAssessment(answer: assessment), language: language)
    }

    /// Explains a decision in a language.
    public func explain(_ decision: Decision, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofDecision(answer: decision), language: language)
    }

    /// Explains a quote in a language.
    public func explain(_ quote: Quote, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofQuote(answer: quote), language: language)
    }

    /// Explains a ready date in a language.
    public func explain(_ ready: ReadyDate, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofReadyDate(answer: ready), language: language)
    }

    /// Explains an offered appointment in a language.
    public func explain(_ offer: PickupOffer, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofPickupOffer(answer: offer), language: language)
    }

    /// Explains a delivery estimate in a language.
    public func explain(_ estimate: DeliveryEstimate, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofDeliveryEstimate(answer: estimate), language: language)
    }

    /// Explains in a language the right to file on paper.
    public func explain(_ right: PaperRight, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofPaperRight(answer: right), language: language)
    }

    /// Explains the problems of a form in a language.
    public func explain(_ validation: Validation, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofProblems(problems: validation.problems), language: language)
    }

    /// Explains an error in a language.
    public func explain(_ error: QujatError, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofProblems(problems: error.problems), language: language)
    }

    /// Explains a reason in a language.
    public func explain(_ reason: Reason, _ language: Language) throws -> [Statement] {
        try explainAnswer(answer: .ofReasons(reasons: [reason]), language: language)
    }

    /// The civil date in Kazakhstan at an instant; the device's clock and tables of time zones do not
    /// matter.
    public func civilDate(at instant: Date) throws -> CivilDate {
        guard let moment = Moment(instant) else {
            throw QujatError.Refused(problems: [Problem(code: .momentInvalid, severity: .error, pointer: "", params: [:], source: nil)])
        }
        return try civilTime(moment: moment).day
    }
}

extension Decision {
    /// `true` if the card can be renewed online.
    public var isEligible: Bool {
        if case .eligible = self { true } else { false }
    }
}
