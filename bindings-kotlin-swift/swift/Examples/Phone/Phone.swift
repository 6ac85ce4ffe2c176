import Foundation
import Qujat

/// One application, as the applicant has it on the phone.
struct Phone {
    let rules: Rulebook
    let form: String
    let photo: Data
    let drawing: Drawing
    let today: CivilDate

    func walk() async throws {
        async let ofPhoto = rules.checkPhoto(photo, on: today)
        async let ofSignature = rules.checkStrokes(drawing, on: today)
        let (photoReport, signatureReport) = (try await ofPhoto, try await ofSignature)
        // The upload: the form, and the picture that the drawing makes.
        let isGood = signatureReport.verdict != .fail
        let signature = isGood ? try await rules.renderStrokes(drawing, on: today) : nil
        let assessment = try await rules.assess(form, today: today, photo: photo, signature: signature)

        for language in Language.allCases {
            let screen = Screen(rules: rules, language: language)
            print("== \(screen.title)")
            let problems = try rules.validate(form: form, today: today).problems
            screen.show(\.form, try problems.map { try rules.textOfProblem(problem: $0, language: language) })
            screen.show(\.photo, try screen.texts(photoReport.checks))
            screen.show(\.signature, try screen.texts(signatureReport.checks))
            var statements = try assessment.decision.map { try rules.explain($0, language) } ?? []
            statements += try assessment.quote.map { try rules.explain($0, language) } ?? []
            statements += try assessment.ready.map { try rules.explain($0, language) } ?? []
            screen.show(\.decision, statements.flatMap { [$0.text, $0.action].compactMap { $0 } })
            print()
        }
    }
}

/// The app's own words; everything else comes from the library.
struct Labels {
    let form: String
    let photo: String
    let signature: String
    let decision: String
    let good: String

    init(_ language: Language) {
        (form, photo, signature, decision, good) =
            switch language {
            case .kk: ("Өтініш", "Фотосурет", "Қолтаңба үлгісі", "Шешім", "ескертпе жоқ")
            case .ru: ("Заявление", "Фотография", "Образец подписи", "Решение", "замечаний нет")
            case .en: ("Application", "Photo", "Signature sample", "Decision", "nothing to complain about")
            }
    }
}

struct Screen {
    let rules: Rulebook
    let language: Language

    var title: String {
        let title = rules.title()
        return switch language {
        case .kk: title.kk
        case .ru: title.ru
        case .en: title.en
        }
    }

    func show(_ label: KeyPath<Labels, String>, _ lines: [String]) {
        let labels = Labels(language)
        print(lines.isEmpty ? "\(labels[keyPath: label]): \(labels.good)" : "\(labels[keyPath: label]):")
        for line in lines {
            print("  - \(line)")
        }
    }

    /// The findings of a check, unless it passed.
    func texts(_ checks: [Check]) throws -> [String] {
        try checks.filter { $0.verdict == .fail || $0.verdict == .warn }
            .map { try rules.textOfReason(reason: $0.reason, language: language) }
    }
}
