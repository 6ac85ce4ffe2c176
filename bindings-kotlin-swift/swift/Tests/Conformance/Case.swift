import Foundation
import Qujat

/// The folder of the vectors: QUJAT_VECTORS, or else those of this repository.
public let folder: URL = {
    if let given = ProcessInfo.processInfo.environment["QUJAT_VECTORS"] {
        return URL(fileURLWithPath: given)
    }
    return URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../core/vectors").standardized
}()

/// One case: its input, and the rulebook that it asks. A value that has no type for JSON, such as a date that
/// does not exist, is refused here as the vectors' README says; everything else is the library's answer.
public struct Case: Sendable {
    let given: Json
    let rules: Rulebook

    init(_ given: Json) throws {
        self.given = given
        if let overlay = given["overlay"] {
            rules = try Rulebook.load(text: overlay.text)
        } else {
            rules = try Rulebook.edition(name: given["edition"]?.string)
        }
    }

    func text(_ field: String) throws -> String {
        guard let text = given[field]?.string else { throw Malformed(what: "no text `\(field)`") }
        return text
    }

    func whole(_ field: String) throws -> Int {
        guard let number = given[field]?.integer else { throw Malformed(what: "no whole number `\(field)`") }
        return number
    }

    func json(_ field: String) -> String {
        (given[field] ?? .null).text
    }

    func day(_ field: String) throws -> CivilDate {
        guard let day = CivilDate(try text(field)) else { throw Failed(["DATE_INVALID /\(field)"]) }
        return day
    }

    func optionalDay(_ field: String) throws -> CivilDate? {
        given[field]?.text == nil ? nil : try day(field)
    }

    /// The day of the rules, for an operation without a day of its own.
    func on() throws -> CivilDate {
        given["on"] == nil ? CivilDate("2026-02-10")! : try day("on")
    }

    func word<W: Word>(_ field: String, _: W.Type = W.self) throws -> W {
        guard let word = W(try text(field)) else { throw Failed(["UNKNOWN_VALUE /\(field)"]) }
        return word
    }

    func optionalWord<W: Word>(_ field: String) throws -> W? {
        given[field] == nil ? nil : try word(field, W.self)
    }

    func register() throws -> RegisterRecord? {
        try given["register"].map { try readRegisterRecord(json: $0.text) }
    }

    /// The form: JSON, or a string that stands for any text.
    func form() -> String {
        given["form"]?.string ?? json("form")
    }

    func image() throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent("images").appendingPathComponent(text("file")))
    }
}

// MARK: - Operations

extension Case {
    func eligibility() throws -> Json {
        var (days, problems): ([CivilDate], [String]) = ([], [])
        for field in ["expires_on", "today"] {
            do {
                days.append(try day(field))
            } catch let failed as Failed {
                problems += failed.problems
            }
        }
        guard problems.isEmpty else { throw Failed(problems) }
        let inquiry = Inquiry(
            document: try word("document"), ground: try word("ground"), expiresOn: days[0],
            status: try optionalWord("status"), isHolder: given["is_holder"]?.flag)
        return canonical(try rules.decide(inquiry: inquiry, today: days[1]))
    }

    func iin() throws -> Json {
        let facts = try iinFacts(iin: rules.parseIin(text: text("text"), on: on()).iin)
        return .object([
            ("birth_date", facts.birthDate.map { canonical($0) } ?? .null),
            ("sex", facts.sex.map { canonical($0) } ?? .null),
        ])
    }

    func name() throws -> Json {
        let name = try rules.parseName(text: text("text"), on: on())
        return .object([("name", .string(name.text)), ("latin", .string(try rules.latinName(name: name, on: on())))])
    }

    func workingDays() throws -> Json {
        let (calendar, day) = (rules.calendar(), try day("day"))
        let working = try calendar.isWorkingDay(day: day)
        let after = try calendar.addWorkingDays(day: day, count: UInt32(whole("count")))
        return .object([("working", .bool(working)), ("after", canonical(after))])
    }

    func fee() throws -> Json {
        let region: Region? = try optionalWord("region")
        let inquiry = FeeInquiry(
            document: try word("document"), pages: given["pages"]?.integer.flatMap { UInt16(exactly: $0) },
            ground: try word("ground"), on: try day("on"), exemption: given["exemption"]?.string, deliverTo: region)
        let quote = try rules.quote(inquiry: inquiry)
        return .object([
            ("lines", canonical(quote.lines)), ("total", canonical(quote.total)),
            ("warnings", canonical(quote.warnings.map(\.code))),
        ])
    }

    func fault() throws -> Json {
        let fields = ["attempt", "faults", "known_until", "number", "expires_on"]
        let query = Json.object(fields.map { ($0, given[$0] ?? .null) })
        return canonical(try rules.paperRight(query: readFaultQuery(json: query.text)))
    }

    func lifecycle() throws -> Json {
        let history = try readHistory(json: Json.object([("events", given["events"] ?? .null)]).text)
        let application = Application()
        let results = try history.events.map { try application.apply(event: $0) }
        guard try Application.replay(events: history.events).state() == application.state() else {
            throw Malformed(what: "replay leads to another state")
        }
        return .object([
            ("state", application.state().map { canonical($0) } ?? .null),
            ("applied", .integer(results.filter(\.changed).count)),
            ("notices", canonical(results.flatMap(\.notices))),
        ])
    }

    func feedbackSummary() throws -> Json {
        let ratings = (given["ratings"]?.array ?? []).map { UInt32(max(0, $0.integer ?? 0)) }
        return canonical(try summaryFigures(summary: summaryOfRatings(ratings: ratings), aspect: .overall))
    }

    func nearest() throws -> Json {
        let directory = try CentreDirectory.fromJson(json: json("centres"))
        let (latitude, longitude) = (given["latitude"]?.double ?? .nan, given["longitude"]?.double ?? .nan)
        let region: Region? = try optionalWord("region")
        let service = given["service"]?.string
        if let service {
            try placed("service") {
                let query = NearestQuery(latitude: 0, longitude: 0, region: nil, service: service, on: nil)
                _ = try rules.nearest(centres: directory, query: query)
            }
        }
        let query = NearestQuery(
            latitude: latitude, longitude: longitude, region: region, service: service,
            on: given["on"] == nil ? nil : try day("on"))
        let found = try rules.nearest(centres: directory, query: query)
        return .object([("centres", canonical(found.map(\.centre))), ("metres", canonical(found.map(\.metres)))])
    }

    /// An argument that cannot be read is a problem of its field.
    private func placed(_ field: String, _ ask: () throws -> Void) throws {
        do {
            try ask()
        } catch let error as QujatError where error.code == .idInvalid && error.pointer.isEmpty {
            throw Failed(["\(error.code) /\(field)"])
        } catch is QujatError {}
    }

    func slots() throws -> Json {
        let centre = try readCentre(json: json("centre"))
        let booked = (given["booked"]?.array ?? []).map { taken in
            Json.object([("centre", .string(centre.id))] + (taken.fields ?? []).map { ($0.name, $0.value) })
        }
        let bookings = try readBookings(json: Json.array(booked).text)
        let slots = try rules.freeSlots(
            centre: centre, firstDay: day("from"), days: UInt32(whole("days")), bookings: bookings)
        return .object([("slots", canonical(slots))])
    }

    func validate() throws -> Json {
        let (register, today) = (try register(), try day("today"))
        let problems = try rules.validate(form: form(), today: today, register: register).problems
        return .object([
            (
                "problems",
                .array(
                    problems.map { problem in
                        .object([
                            ("code", canonical(problem.code)), ("pointer", .string(problem.pointer)),
                            ("severity", canonical(problem.severity)),
                        ])
                    })
            )
        ])
    }

    func notice() throws -> Json {
        let data = try readNoticeData(kind: word("kind"), json: json("params"))
        return canonical(try rules.notice(data: data, language: word("language"), on: on()))
    }

    func explain() throws -> Json {
        let reason = try reasonOf(code: word("code"), params: given["params"]?.text ?? "{}")
        let language: Language = try word("language")
        let statement = try rules.explain(reason, language)[0]
        return .object([
            ("text", .string(try rules.textOfReason(reason: reason, language: language))),
            ("cause", .string(statement.text)),
            ("action", statement.action.map { .string($0) } ?? .null),
            ("operator", .string(try rules.operatorTextOfReason(reason: reason, language: language))),
        ])
    }

    func assess() async throws -> Json {
        let register = try register()
        let centres = try given["centres"].map { try CentreDirectory.fromJson(json: $0.text) }
        let faults = try given["faults"].map { try readFaultQuery(json: $0.text) }
        let answer = try await rules.assess(
            form(), today: day("today"), register: register, centres: centres, faults: faults)
        return canonicalAssessment(answer)
    }
}
