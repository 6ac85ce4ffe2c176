import Conformance
import Foundation
import Qujat
import Testing

private let rules = try! Rulebook.edition()

private func problem(_ code: Code, at pointer: String = "/here/0") -> Problem {
    let reason = sampleReason(code: code)
    let severity = codeInfo(code: code).severity
    return Problem(code: code, severity: severity, pointer: pointer, params: reason.params, source: reason.source)
}

@Suite struct ErrorTests {
    @Test(arguments: Code.allCases)
    func eachCodeIsThrown(code: Code) throws {
        let error = try #require(thrown(QujatError.self) { try refuse(problems: [problem(code)]) })
        let sample = sampleReason(code: code)
        #expect(error.code == code && error.pointer == "/here/0" && error.params == sample.params)
        #expect(error.problems == [problem(code)])
        #expect(error.params.keys.sorted() == codeInfo(code: code).params.map(\.name).sorted())
        for language in Language.allCases {
            let text = error.text(language)
            let wanted = try rules.textOfReason(reason: sample, language: language)
            #expect(!text.isEmpty && text == wanted)
            #expect(error.texts(language) == [text])
        }
        #expect(error.description.hasPrefix("\(code) at `/here/0`"))
        #expect(error.localizedDescription == error.text(.en))
        #expect(Code(code.spelling()) == code)
    }

    /// The catalogue's own page names the same codes.
    @Test func theCodesAreThoseOfTheCatalogue() throws {
        let page = folder.appendingPathComponent("../../docs/errors.md").standardized
        let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
        let codes = lines.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
        #expect(codes.count > 100)
        #expect(Code.allCases.map { $0.spelling() }.sorted() == codes.sorted())
    }

    @Test func anErrorHasAllProblems() throws {
        let problems = [problem(.tooEarly), problem(.missingField, at: "")]
        let error = try #require(thrown(QujatError.self) { try refuse(problems: problems) })
        #expect(error.code == .tooEarly && error.problems == problems)
        #expect(error.texts(.ru).count == 2)
        #expect(try rules.explain(error, .kk).map(\.code) == [.tooEarly, .missingField])
        #expect(problems.map(\.isBlocking) == [true, true])
        #expect(!problem(.eligible).isBlocking)
        try refuse(problems: [])
    }

    @Test func whatCannotBeReadIsAnErrorWithACode() async {
        let day = CivilDate("2026-02-10")!
        expect(.iinCheckDigit) { try iinFacts(iin: Iin(text: "900101300008")) }
        expect(.iinLength) { try iinFacts(iin: Iin(text: "")) }
        expect(.iinNotDigits) { try iinFacts(iin: Iin(text: "٩٠٠١٠١٣٠٠٠٠٧")) }
        expect(.iinLength) { try iinFacts(iin: Iin(text: "\0")) }
        expect(.nameFormat) { try isSameName(one: PersonName(text: "-"), other: PersonName(text: "-")) }
        expect(.editionUnknown) { try Rulebook.edition(name: "service-1999") }
        expect(.jsonSyntax) { try Rulebook.load(text: "{") }
        expect(.amountInvalid) { try refuse(problems: [amount(Decimal(-1))]) }
        expect(.amountInvalid) { try refuse(problems: [amount(.nan)]) }
        expect(.amountInvalid) { try refuse(problems: [amount(.greatestFiniteMagnitude)]) }
        expect(.amountInvalid) { try refuse(problems: [amount(.leastNonzeroMagnitude)]) }
        expect(.idInvalid) {
            let centres = try CentreDirectory.of(centres: [])
            let query = NearestQuery(latitude: 51, longitude: 71, service: "Not an id")
            _ = try rules.nearest(centres: centres, query: query)
        }
        expect(.momentInvalid) { try rules.civilDate(at: Date(timeIntervalSince1970: .nan)) }
        expect(.momentInvalid) { try rules.civilDate(at: .distantFuture.addingTimeInterval(1e12)) }
        expect(.notCovered) {
            try rules.quote(inquiry: FeeInquiry(document: .identityCard, ground: .loss, on: CivilDate("2027-06-01")!))
        }
        await #expect(throws: QujatError.self) { try await rules.inspectImage(Data(), on: day) }
        await #expect(throws: QujatError.self) {
            let point = PenPoint(x: .nan, y: .infinity, t: nil)
            _ = try await rules.checkStrokes(Drawing(width: 1, height: 1, strokes: [[point]]), on: day)
        }
    }

    private func amount(_ value: Decimal) -> Problem {
        Problem(
            code: .paymentMismatch, severity: .error, pointer: "", params: ["due": .amount(value: value)], source: nil)
    }

    private func expect(_ code: Code, _ ask: () throws -> some Any, at line: SourceLocation = #_sourceLocation) {
        let found = thrown(QujatError.self) { _ = try ask() }
        #expect(found?.code == code, sourceLocation: line)
    }
}

/// The thrown error, if it is of this type. Swift 6.0's own expectation does not return it.
func thrown<E: Error>(_: E.Type, _ ask: () throws -> Void) -> E? {
    do {
        try ask()
        return nil
    } catch {
        return error as? E
    }
}
