import Foundation
import Testing

@testable import Qujat

private let rules = try! Rulebook.edition()

@Suite struct ValueTests {
    @Test func amountsAreExact() throws {
        let on = CivilDate("2025-06-01")!
        let quote = try rules.quote(
            inquiry: FeeInquiry(
                document: .identityCard, pages: nil, ground: .expiry, on: on, exemption: nil, deliverTo: nil))
        #expect(quote.total == Decimal(string: "786.40") && quote.total == Decimal(string: "786.4"))
        #expect(quote.lines.map(\.rate) == [Decimal(string: "0.2")])
        #expect(decimalText(Decimal(string: "0.1")! + Decimal(string: "0.2")!) == "0.3")
    }

    @Test func timesOfDayEndAtTwentyFour() {
        #expect(TimeOfDay(hour: 9, minute: 5)?.description == "09:05")
        #expect(TimeOfDay(hour: 24, minute: 0)?.description == "24:00")
        for (hour, minute) in [(24, 1), (25, 0), (-1, 0), (0, 60), (0, -1), (Int.max, 0)] {
            #expect(TimeOfDay(hour: hour, minute: minute) == nil)
        }
        #expect(TimeOfDay(hour: 9, minute: 0)! < TimeOfDay(hour: 9, minute: 1)!)
    }

    @Test(arguments: [
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.500Z", "2026-02-10T09:20:00.000000001Z",
        "2026-02-10T04:30:00Z", "2024-02-29T12:34:56.780Z",
    ])
    func momentsAreExact(text: String) throws {
        let moment = try #require(Moment(text))
        #expect(moment.description == text)
        let json = try JSONEncoder().encode([moment])
        #expect(try JSONDecoder().decode([Moment].self, from: json) == [moment])
        // The library reads and writes the same.
        let attempt = try readFaultQuery(json: #"{"attempt": {"from": "\#(text)", "to": "\#(text)"}, "faults": []}"#).attempt
        #expect(attempt.from == moment && attempt.to == moment)
    }

    @Test func otherTextsAreNoMoments() {
        for bad in [
            "", "2026-02-10", "2026-02-10T09:30:00", "2026-02-10T09:30:00+05:00", "2026-02-10 09:30:00Z",
            "2026-02-10T24:00:00Z", "2026-02-10T09:60:00Z", "2026-02-10T23:59:60Z", "2026-02-30T00:00:00Z",
            "2026-02-10T09:30:00.Z", "2026-02-10T09:30:00.1234567890Z", "2026-02-10T09:30:00.1aZ", "2026-02-10T09:30:00,5Z",
        ] {
            #expect(Moment(bad) == nil, "\(bad)")
        }
    }

    @Test func momentsAndDatesAgree() throws {
        let moment = try #require(Moment("2026-02-10T04:30:00.25Z"))
        #expect(moment.date.timeIntervalSince1970 == 1_770_697_800.25)
        #expect(Moment(moment.date) == moment)
        #expect(Moment(Date(timeIntervalSince1970: -0.5))?.description == "1969-12-31T23:59:59.500Z")
        #expect(Moment("1969-12-31T23:59:59.5Z") == Moment("1969-12-31T23:59:59.500000Z"))
        for seconds in stride(from: 0.000_001, through: 2e9, by: 7_654_321.123_457) {
            let date = Date(timeIntervalSince1970: seconds)
            let back = try #require(Moment(date)).date
            #expect(abs(back.timeIntervalSince(date)) < 1e-6)
        }
        for far in [-1e12, 1e12, 1e300, .infinity, -.infinity, .nan] {
            #expect(Moment(Date(timeIntervalSince1970: far)) == nil)
        }
    }

    /// On 29 February 2024 Kazakhstan's clocks were put back; the device's own tables need not know.
    @Test func theRulebookKnowsTheDayInKazakhstan() throws {
        #expect(try rules.civilDate(at: Moment("2026-02-28T18:59:59Z")!.date).description == "2026-02-28")
        #expect(try rules.civilDate(at: Moment("2026-02-28T19:00:00Z")!.date).description == "2026-03-01")
    }

    @Test func wordsAreReadAndWritten() throws {
        #expect(Region("KZ-75") == .almaty && "\(Region.almaty)" == "KZ-75")
        #expect(Language("kk") == .kk && Language("KK") == nil && DocumentKind("identity_card") == .identityCard)
        let json = try JSONEncoder().encode([Ground.nameChange])
        #expect(String(decoding: json, as: UTF8.self) == #"["name_change"]"#)
        #expect(try JSONDecoder().decode([Ground].self, from: json) == [.nameChange])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Ground].self, from: Data(#"["x"]"#.utf8)) }
    }
}
