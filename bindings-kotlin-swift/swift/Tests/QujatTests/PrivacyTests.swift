import Foundation
import Qujat
import Testing

private let rules = try! Rulebook.edition()
private let day = CivilDate("2026-02-10")!

/// All that a log, a crash report or a debugger could show of a value.
private func shown(_ value: some Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    return ["\(value)", String(describing: value), String(reflecting: value), dumped, "\([value])", "\(Optional(value) as Any)"]
}

@Suite struct PrivacyTests {
    static let form = """
        {"iin": "900101300007", "surname": "СӘРСЕНОВ", "given_name": "АЙДОС", "email": "aidos@example.kz",
         "phone": "+77011234567"}
        """

    @Test func personalTextsAreMasked() throws {
        let iin = try parseIin(text: "900101300007")
        let card = try parseCardNumber(text: "012345678")
        let passport = try parsePassportNumber(text: "N12345678")
        let phone = try rules.parsePhone(text: "8 701 123 45 67", on: day)
        let email = try rules.parseEmail(text: "aidos@example.kz", on: day)
        let name = try rules.parseName(text: "Айдос", on: day)
        let texts: [(any PersonalText, String)] = [
            (iin, "**********07"), (card, "*******78"), (passport, "*******78"), (phone, "+7********67"),
            (email, "a***@***.kz"), (name, "***"),
        ]
        for (value, masked) in texts {
            for text in shown(value) {
                #expect(text.contains(masked) && !text.contains(value.text), "\(text)")
            }
        }
        #expect(iin.text == "900101300007" && phone.text == "+77011234567" && name.text == "Айдос")
        #expect(iin == Iin(text: "900101300007") && Set([iin, iin]).count == 1)
    }

    @Test func recordsOfAPersonShowNothing() throws {
        let record = try readRegisterRecord(
            json: """
                {"iin": "900101300007", "surname": "СӘРСЕНОВ", "given_name": "АЙДОС", "birth_date": "1990-01-01",
                 "sex": "male", "document": "identity_card", "card_number": "012345678", "issued_on": "2016-03-01",
                 "expires_on": "2026-03-01", "status": "valid"}
                """)
        let facts = try iinFacts(iin: record.iin)
        let drawing = Drawing(width: 313, height: 217, strokes: [[PenPoint(x: 31.7, y: 41.9, t: nil)]])
        let values: [Any] = [record, facts, drawing, [record], ["record": record]]
        for value in values {
            for text in shown(value) {
                for secret in ["9001013", "СӘРСЕНОВ", "АЙДОС", "1990", "012345", "31.7", "41.9"] {
                    #expect(!text.contains(secret), "\(text)")
                }
            }
        }
        #expect("\(record)" == "RegisterRecord(iin: **********07, document: identity_card, status: valid, ***)")
    }

    /// An error about personal data does not show them.
    @Test func errorsShowNothing() {
        let asks: [() throws -> Void] = [
            { _ = try parseIin(text: "900101300008") },
            { _ = try parseCardNumber(text: "secret-1") },
            { _ = try rules.parseEmail(text: "secret@", on: day) },
            { _ = try rules.parsePhone(text: "secret", on: day) },
            { _ = try rules.parseName(text: "secret1", on: day) },
            { _ = try readRegisterRecord(json: #"{"iin": "900101300008", "surname": "secret1"}"#) },
        ]
        for ask in asks {
            guard let error = thrown(QujatError.self, ask) else {
                Issue.record("nothing was thrown")
                continue
            }
            for text in shown(error) + [error.localizedDescription] + Language.allCases.map({ error.text($0) }) {
                #expect(!text.contains("secret") && !text.contains("900101"), "\(text)")
            }
        }
    }
}
