import Foundation

// The error of the library: one type, with at least one problem, the first one leading. It holds no
// personal data: parameters carry limits, positions and dates, never typed text.

extension QujatError {
    /// All problems, the leading one first; at least one.
    public var problems: [Problem] {
        switch self {
        case .Refused(let problems): problems
        }
    }

    /// The code of the leading problem, stable in all languages.
    public var code: Code { leading.code }

    /// The figures and dates that belong to the leading problem, by the names of the catalogue.
    public var params: [String: ParamValue] { leading.params }

    /// The place of the leading problem: an RFC 6901 JSON pointer, empty for the whole input.
    public var pointer: String { leading.pointer }

    /// The text of the leading problem for a citizen.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - rules: the rulebook whose texts are used; by default those of the default edition.
    public func text(_ language: Language, rules: Rulebook? = nil) -> String {
        texts(language, rules: rules)[0]
    }

    /// The texts of all problems for a citizen, one each.
    public func texts(_ language: Language, rules: Rulebook? = nil) -> [String] {
        guard let rules = try? rules ?? Rulebook.edition() else {
            return problems.map { $0.code.spelling() }
        }
        return problems.map { problem in
            (try? rules.textOfProblem(problem: problem, language: language)) ?? problem.code.spelling()
        }
    }

    private var leading: Problem { problems[0] }
}

extension QujatError: LocalizedError {
    /// The text of the leading problem for a citizen, in the language that the device prefers of the
    /// three; in English if it prefers another.
    public var errorDescription: String? {
        let preferred = Locale.preferredLanguages.lazy.compactMap { name in
            Language(String(name.prefix(2)))
        }
        return text(preferred.first ?? .en)
    }
}

extension QujatError: CustomStringConvertible, CustomDebugStringConvertible {
    /// For developers' logs: codes, places and parameters.
    public var description: String {
        problems.map(\.logged).joined(separator: "; ")
    }

    public var debugDescription: String { description }
}

extension Problem {
    /// `true` if the problem stands in the way of the application: an error or a refusal.
    public var isBlocking: Bool { severity == .error || severity == .refusal }

    fileprivate var logged: String {
        let place = pointer.isEmpty ? "" : " at `\(pointer)`"
        let params = params.sorted { $0.key < $1.key }.map { " \($0.key)=`\($0.value)`" }
        return code.spelling() + place + params.joined()
    }
}

extension ParamValue: CustomStringConvertible {
    /// The value as text, as it stands in JSON.
    public var description: String {
        switch self {
        case .text(let value), .word(let value): value
        case .number(let value): String(value)
        case .date(let value): value.description
        case .amount(let value): decimalText(value)
        case .decimal(let value): decimalText(value)
        }
    }
}
