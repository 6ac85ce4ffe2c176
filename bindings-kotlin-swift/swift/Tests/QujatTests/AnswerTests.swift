import Conformance
import Foundation
import Qujat
import Testing

private let rules = try! Rulebook.edition()

private func day(_ text: String) -> CivilDate {
    CivilDate(text)!
}

private func range(_ first: String, _ last: String) -> DayRange {
    DayRange(first: day(first), last: day(last))
}

/// A file of `examples/data`.
private func example(_ name: String) throws -> String {
    let file = folder.appendingPathComponent("../../examples/data").appendingPathComponent(name).standardized
    return try String(contentsOf: file, encoding: .utf8)
}

private func overlay(_ sections: String) throws -> Rulebook {
    try Rulebook.load(text: #"{"edition": "own", "extends": "service-2025", \#(sections)}"#)
}

/// Questions besides the vectors: arguments that may be left out, and the use of one answer in the next question.
@Suite struct AnswerTests {
    /// SPEC 2, 3: the pilot pauses, and the days after the pause are said too.
    @Test func aCardCanBeRenewedInTwoRunsOfDays() throws {
        let paused = try overlay(
            """
            "pilot": {"period": {"from": "2025-05-28", "until": "2026-02-11", "source": "order-389-253"},
                      "again": {"from": "2026-02-20", "until": "2026-03-01", "source": "order-389-253"}}
            """)
        let periods = [range("2025-05-28", "2026-02-10"), range("2026-02-20", "2026-02-28")]
        #expect(paused.pilot() == periods)
        let renewal = Inquiry(document: .identityCard, ground: .expiry, expiresOn: day("2026-02-25"))
        let before = try paused.decide(inquiry: renewal, today: day("2026-02-05"))
        guard case .eligible(_, let online, let again, _, _) = before else {
            Issue.record("\(before)")
            return
        }
        #expect(online == range("2026-01-26", "2026-02-10") && again == periods[1])
        #expect(try reasonsOfDecision(decision: before).map(\.code) == [.eligible, .onlineAgain])
        let meanwhile = try paused.decide(inquiry: renewal, today: day("2026-02-15"))
        guard case .refused(_, let next, let later, let reasons, _) = meanwhile else {
            Issue.record("\(meanwhile)")
            return
        }
        #expect(next == periods[1] && later == nil && reasons.map(\.code) == [.pilotPaused])
        #expect(try reasonsOfDecision(decision: meanwhile) == reasons)
    }

    /// SPEC 8: steps of 30 days before, on the day and 5 days after; a missed night loses nobody.
    @Test func remindersAreAskedForSinceTheLastRun() throws {
        let expires = day("2025-11-10")
        func kind(_ on: String, _ last: String? = nil, _ status: CardStatus? = nil) throws -> String? {
            let data = try rules.reminder(expiresOn: expires, on: day(on), lastRun: last.map(day), status: status)
            switch data {
            case .expiryReminder: return "before"
            case .expiredReminder: return "after"
            case .centreReminder: return "centre"
            default: return nil
            }
        }
        #expect(try kind("2025-10-11") == "before" && kind("2025-10-12") == nil)
        #expect(try kind("2025-10-12", "2025-10-10") == "before")
        #expect(try kind("2025-11-15") == "after" && kind("2025-12-01", "2025-10-01") == "centre")
        #expect(try kind("2025-10-11", nil, .replaced) == nil)
    }

    /// SPEC 6: the term runs from the registration; before it is known, the answer says what it assumes.
    @Test func aCardIsReadyInFifteenWorkingDaysOfItsRegistration() throws {
        let assumed = try rules.readyOn(filedOn: day("2026-02-10"))
        #expect(assumed.readyOn == day("2026-03-03") && assumed.reason.code == .readyAssumed)
        let known = try rules.readyOn(filedOn: day("2026-02-10"), registeredOn: day("2026-02-12"))
        #expect(known.readyOn == day("2026-03-05") && known.reason.code == .readyOn)
        #expect(try rules.pickupFrom(readyOn: assumed.readyOn) == day("2026-03-04"))
        let application = Application()
        #expect(try rules.applicationReadyOn(application: application) == nil)
        func apply(_ event: String) throws { _ = try application.apply(event: readEvent(json: event)) }
        try apply(
            #"{"id": "1", "at": "2026-02-10T04:30:00Z", "event": "filed", "receiving": "pickup", "due": "0.00"}"#)
        #expect(try rules.applicationReadyOn(application: application) == assumed)
        try apply(#"{"id": "2", "at": "2026-02-12T04:30:00Z", "event": "registered", "ticket": "T-1"}"#)
        #expect(try rules.applicationReadyOn(application: application) == known)
        #expect(application.filedAt() == Moment("2026-02-10T04:30:00Z"))
        #expect(application.registeredAt() == Moment("2026-02-12T04:30:00Z"))
    }

    /// SPEC 9: the whole fault counts, and the statement says it with the decision of that day.
    @Test func aFaultHasAStatementANoticeAndAPlaceInTheAssessment() async throws {
        let query = try readFaultQuery(json: example("fault.json"))
        let right = try rules.paperRight(query: query)
        let statement = try #require(right.statement)
        #expect(right.paper && statement.number == "S-2026-0001" && statement.durationSeconds == 661)
        #expect(statement.from == Moment("2026-02-10T03:54:59Z") && statement.to == Moment("2026-02-10T04:06:00Z"))
        #expect(statement.channels == [.portal, .mobileApp] && statement.decision?.isEligible == true)
        #expect(try rules.explain(right, .en).map(\.code) == [.paperAllowed, .faultStatement])
        guard case .paperFilingAllowed = try rules.paperNotice(right: right) else {
            Issue.record("there is no notice")
            return
        }
        let form = try example("eligible.json")
        #expect(try await rules.assess(form, today: day("2026-02-10"), faults: query).paper == right)
        #expect(try await rules.assess(form, today: day("2026-02-10")).paper == nil)
        // The attempt alone is five minutes.
        let fault = FaultInterval(from: query.attempt.from, to: nil, channel: .portal, reference: "INC-1")
        let within = try rules.paperRight(query: FaultQuery(attempt: query.attempt, faults: [fault]))
        #expect(try !within.paper && rules.paperNotice(right: within) == nil)
        // A number is letters, digits and hyphens.
        let misnamed = FaultQuery(attempt: query.attempt, faults: query.faults, number: "№ 1")
        #expect(thrown(QujatError.self) { _ = try rules.paperRight(query: misnamed) }?.code == .referenceInvalid)
    }

    /// SPEC 2: a gap in the rulebook is nobody's mistake of the form.
    @Test func whatTheRulebookHasAGapForIsUnavailable() async throws {
        let gap = try overlay(
            #""sms": {"default": {"source": "library-choice", "mode": "original", "until": "2026-02-10"}}"#)
        let assessment = try await gap.assess(example("eligible.json"), today: day("2026-02-10"))
        #expect(assessment.outcome == .unavailable && assessment.notices.isEmpty && assessment.nextEvents.isEmpty)
        #expect(assessment.problems.contains { $0.code == .notCovered })
        #expect(try gap.explain(assessment, .ru)[0].code == .serviceUnavailable)
    }

    /// SPEC 13: causes are a list, and what to do is said once.
    @Test func aStatementPartsTheCauseFromWhatToDoAndCitesItsSource() throws {
        let inquiry = Inquiry(document: .identityCard, ground: .expiry, expiresOn: day("2026-01-20"))
        let decision = try rules.decide(inquiry: inquiry, today: day("2026-02-10"))
        let late = try reasonsOfDecision(decision: decision)[0]
        let statement = try rules.explain(late, .ru)[0]
        let action = try #require(statement.action)
        #expect(late.code == .tooLate)
        #expect(try rules.textOfReason(reason: late, language: .ru) == "\(statement.text) \(action)")
        let cited = try #require(late.source)
        let source = try #require(try rules.source(id: cited))
        #expect(source.number == "235-V" && source.article == "492" && source.date == day("2014-07-05"))
        let title = try #require(statement.sourceTitle)
        #expect(["235-V", "492", "2014"].allSatisfy { title.contains($0) }, "\(title)")
        #expect(try rules.source(id: "holidays-law")?.url?.hasPrefix("https://") == true)
    }

    /// SPEC 13: identifiers are for operators alone.
    @Test(arguments: Language.allCases)
    func anOperatorReadsIdentifiersACitizenDoesNot(language: Language) throws {
        let params = sampleReason(code: .notCovered).params
        let problem = Problem(code: .notCovered, severity: .error, pointer: "", params: params, source: nil)
        let parameter = try #require(params["parameter"]).description
        let said = try rules.operatorTextOfProblem(problem: problem, language: language)
        #expect(said.contains(parameter))
        #expect(try rules.texts().operatorTextOfProblem(problem: problem, language: language) == said)
        #expect(try !rules.textOfProblem(problem: problem, language: language).contains(parameter))
    }

    /// SPEC 6a: one event for the application's life, with a sequence, and called off as one.
    @Test func anAppointmentChangesAndIsCalledOff() throws {
        let directory = try Json(Data(example("centres.json").utf8))
        let written = try #require(directory["centres"]?.array?.first)
        let centre = try readCentre(json: written.text)
        let offer = try rules.firstFreeSlot(centre: centre, readyOn: day("2026-03-03"))
        let stamp = Moment("2026-02-10T05:00:00Z")!
        let first = try appointmentAtCentre(
            offer: offer, centre: centre, application: "2026-000101", stamp: stamp, language: .ru)
        #expect(first.sequence == 0 && first.status == .booked && first.day == day("2026-03-04"))
        let off = try appointmentAtCentre(
            offer: offer, centre: centre, application: "2026-000101", stamp: stamp, language: .ru, sequence: 2,
            status: .cancelled)
        func lines(_ appointment: Appointment) throws -> [String] {
            try rules.icalendar(appointment: appointment).components(separatedBy: "\r\n")
        }
        let (said, calledOff) = (try lines(first), try lines(off))
        let uid = said.filter { $0.hasPrefix("UID:") }
        #expect(uid.count == 1 && calledOff.filter { $0.hasPrefix("UID:") } == uid)
        #expect(["METHOD:PUBLISH", "SEQUENCE:0", "BEGIN:VALARM"].allSatisfy(said.contains))
        #expect(["METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED"].allSatisfy(calledOff.contains))
        #expect(said.contains { $0.hasPrefix("DESCRIPTION") && $0.count > 30 })
    }

    /// SPEC 5: where an address has a zone of its own, that counts, for the fee and the estimate.
    @Test func deliveryIsQuotedToAnAddress() throws {
        let (on, ready) = (day("2026-02-10"), day("2026-03-03"))
        let address = Address(region: .astana, locality: "Астана", building: "1", postcode: "010000")
        let quote = try rules.quoteTo(
            inquiry: FeeInquiry(document: .identityCard, ground: .expiry, on: on), address: address)
        #expect(quote.lines.map(\.reason.code) == [.dutyFree, .deliveryFee])
        #expect(quote.lines[0].base == nil && quote.lines[0].amount == 0)
        let toRegion = FeeInquiry(document: .identityCard, ground: .expiry, on: on, deliverTo: .astana)
        #expect(try rules.quote(inquiry: toRegion) == quote)
        #expect(
            try rules.deliveryEstimateTo(address: address, readyOn: ready)
                == rules.deliveryEstimate(region: .astana, readyOn: ready))
    }
}
