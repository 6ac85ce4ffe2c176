import Foundation
import Qujat

/// The problems of an operation, each as `CODE` or `CODE /pointer`.
public struct Failed: Error, Equatable {
    public let problems: [String]

    public init(_ problems: [String]) {
        self.problems = problems
    }
}

/// A case that is not of the form that the vectors' README describes.
public struct Malformed: Error {
    public let what: String
}

/// The operations of the conformance vectors, through the typed API.
public let operations: [String: @Sendable (Case) async throws -> Json] = [
    "eligibility": { try $0.eligibility() },
    "iin": { try $0.iin() },
    "card_number": { try .object([("number", .string(parseCardNumber(text: $0.text("text")).text))]) },
    "passport_number": { try .object([("number", .string(parsePassportNumber(text: $0.text("text")).text))]) },
    "phone": { try .object([("e164", .string($0.rules.parsePhone(text: $0.text("text"), on: $0.on()).text))]) },
    "email": { try .object([("address", .string($0.rules.parseEmail(text: $0.text("text"), on: $0.on()).text))]) },
    "name": { try $0.name() },
    "postcode": { try .object([("postcode", .string(parsePostcode(text: $0.text("text"))))]) },
    "working_days": { try $0.workingDays() },
    "days_off": { try canonical($0.rules.calendar().daysOff(year: Int32($0.whole("year")))) },
    "ready": {
        try canonical($0.rules.readyOn(filedOn: $0.day("filed_on"), registeredOn: $0.optionalDay("registered_on")))
    },
    "fee": { try $0.fee() },
    "sms": { try canonical(countSms(text: $0.text("text"))) },
    "fault": { try $0.fault() },
    "lifecycle": { try $0.lifecycle() },
    "feedback_mask": {
        try .object([("text", .string(maskFeedback(text: $0.text("text"), maxCharacters: UInt32($0.whole("max")))))])
    },
    "feedback_summary": { try $0.feedbackSummary() },
    "nearest": { try $0.nearest() },
    "slots": { try $0.slots() },
    "validate": { try $0.validate() },
    "notice": { try $0.notice() },
    "explain": { try $0.explain() },
    "assess": { try await $0.assess() },
    "photo": { try await $0.photo() },
    "signature": { try await $0.signature() },
    "strokes": { try await $0.strokes() },
]

/// The answer to one case in the canonical form; `Failed` with its problems without an answer.
public func answer(_ operation: String, _ input: Json) async throws -> Json {
    guard let ask = operations[operation] else {
        throw Malformed(what: "there is no operation `\(operation)`")
    }
    do {
        return try await ask(Case(input))
    } catch let error as QujatError {
        throw Failed(
            error.problems.map { $0.pointer.isEmpty ? $0.code.spelling() : "\($0.code) \($0.pointer)" })
    }
}

extension Json {
    /// An object of these fields, in this order.
    static func object(_ fields: [(String, Json)]) -> Json {
        .object(fields.map { Field($0.0, $0.1) })
    }

    /// This object without some fields.
    func without(_ names: String...) -> Json {
        .object((fields ?? []).filter { !names.contains($0.name) })
    }

    /// Fields in the order of their names; what is absent is left out.
    public var sorted: Json {
        switch self {
        case .array(let items): .array(items.map(\.sorted))
        case .object(let fields):
            .object(
                fields.filter { $0.value != .null }.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
                    .map { Field($0.name, $0.value.sorted) })
        default: self
        }
    }
}

// MARK: - The canonical form

/// A typed value in the canonical form of the vectors, by its fields.
func canonical(_ value: Any) -> Json {
    switch value {
    case let json as Json: json
    case let text as String: .string(text)
    case let flag as Bool: .bool(flag)
    case let number as any BinaryInteger: .integer(number)
    case let number as Double: .number("\(number)")
    case let amount as Decimal: .string(tenge(amount))
    case let word as any Word: .string(word.spelling())
    case let day as CivilDate: .string(day.description)
    case let time as TimeOfDay: .string(time.description)
    case let moment as Moment: .string(moment.description)
    case let value as ParamValue: param(value)
    case let params as [String: ParamValue]: .object(params.sorted { $0.key < $1.key }.map { ($0.key, param($0.value)) })
    case let decision as Decision: canonicalDecision(decision)
    case let line as QuoteLine: canonicalLine(line)
    default: canonicalFields(value)
    }
}

private func canonicalFields(_ value: Any) -> Json {
    if let fields = hiddenFields(value) {
        return .object(fields.map { (snake($0.name), canonical($0.value)) })
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { canonical($0.value) } ?? .null
    case .collection: return .array(mirror.children.map { canonical($0.value) })
    case .struct where !mirror.children.isEmpty:
        return .object(mirror.children.map { (snake($0.label ?? ""), canonical($0.value)) })
    default: fatalError("\(type(of: value)) has no fields")
    }
}

/// An assessment without its form, which is the one that was given, and no answer.
func canonicalAssessment(_ answer: Assessment) -> Json {
    let fields = hiddenFields(answer) ?? []
    return .object(fields.filter { $0.name != "form" }.map { (snake($0.name), canonical($0.value)) })
}

/// `daysLeft` as `days_left`.
private func snake(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
}

/// At least two decimals, as amounts have.
private func tenge(_ amount: Decimal) -> String {
    let text = "\(amount)"
    guard let point = text.firstIndex(of: ".") else { return text + ".00" }
    return text.distance(from: point, to: text.endIndex) < 3 ? text + "0" : text
}

private func param(_ value: ParamValue) -> Json {
    switch value {
    case .number(let number): .number(String(number))
    case .amount(let amount): .string(tenge(amount))
    case .text, .word, .date, .decimal: .string(value.description)
    }
}

/// A decision is told with its reasons, which are not a field of an eligible one.
private func canonicalDecision(_ decision: Decision) -> Json {
    let (outcome, daysLeft, online, again, edition) =
        switch decision {
        case .eligible(let daysLeft, let online, let again, _, let edition):
            ("eligible", daysLeft, Optional(online), again, edition)
        case .refused(let daysLeft, let online, let again, _, let edition):
            ("refused", daysLeft, online, again, edition)
        }
    // Only a value that no library makes cannot be read.
    let reasons = try! reasonsOfDecision(decision: decision)
    return .object([
        ("outcome", .string(outcome)), ("days_left", .integer(daysLeft)), ("online", canonical(online as Any)),
        ("again", canonical(again as Any)), ("reasons", canonical(reasons)), ("edition", .string(edition)),
    ])
}

/// A line is its figures with its reason.
private func canonicalLine(_ line: QuoteLine) -> Json {
    .object(
        [
            ("amount", canonical(line.amount)), ("base", canonical(line.base as Any)), ("rate", .string("\(line.rate)")),
            ("exemption", line.exemption.map { .string($0) } ?? .null),
        ] + (canonical(line.reason).fields ?? []).map { ($0.name, $0.value) })
}
