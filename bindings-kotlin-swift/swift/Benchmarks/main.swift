// The cost of a call from Swift, compared with code by hand with Foundation: medians of rounds in which all
// ways take turns, in time of the processor, so that other work on the machine does not count. All have to
// agree first.
//
//   bench ROOT RESULT.json
//
// It prints a table in Markdown. ROOT is the folder of this repository.

import Foundation
import Qujat

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("bench: say where this repository is, and where to write the figures\n".utf8))
    exit(64)
}
let root = URL(fileURLWithPath: arguments[1])
let rounds = 31

func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
}

func data(_ path: String) throws -> Data {
    try Data(contentsOf: root.appendingPathComponent("core/vectors/images").appendingPathComponent(path))
}

let rules = try Rulebook.edition()
let today = CivilDate("2026-02-10")!
let expires = CivilDate("2026-02-25")!
let form = try text("examples/data/eligible.json")
let centres = try CentreDirectory.fromJson(json: text("examples/data/centres.json"))
let photo = try data("photos/good.jpg")
let signature = try data("signatures/signature-3.jpg")
let ready = NoticeData.ready(
    application: "2026-000101", day: CivilDate("2026-03-03")!, time: "09:30", centre: "ЦОН № 1",
    address: "Достық 1, Астана")
let message = try rules.notice(data: ready, language: .ru, on: today).sms.text

let days = DaysByHand()
let byHand = EligibilityByHand(days)
let fees = FeeByHand(days)
let years = try [2025, 2026].map { try rules.calendar().daysOff(year: $0) }
let pickup = PickupByHand(
    days: days, off: Set(years.flatMap(\.days).map { days.day($0.description) }),
    worked: Set(years.flatMap(\.worked).map { days.day($0.description) }))
let (expiresByHand, todayByHand) = (days.day("2026-02-25"), days.day("2026-02-10"))

// The code by hand must give the library's answers, or there is nothing to compare.
for offset in stride(from: -40, through: 80, by: 1) {
    let day = today.advanced(byDays: offset)
    let ours = try rules.decide(
        inquiry: Inquiry(document: .identityCard, ground: .expiry, expiresOn: day), today: today)
    let theirs = byHand.refusals(
        isIdentityCard: true, isExpiry: true, expires: days.day(day.description), today: todayByHand)
    var codes: [String] = []
    if case .refused(_, _, _, let reasons, _) = ours { codes = reasons.map(\.code.description) }
    precondition(codes == theirs.map(\.rawValue), "\(day): \(codes), \(theirs)")
    let readyOn = try rules.readyOn(filedOn: day).readyOn
    precondition(days.day(readyOn.description) == pickup.readyOn(days.day(day.description)), "\(day): \(readyOn)")
}
for ground in [Ground.expiry, .loss] {
    let quote = try rules.quote(inquiry: FeeInquiry(document: .identityCard, ground: ground, on: today))
    precondition(quote.total == fees.quote(ground: ground.description, on: todayByHand).total, "\(quote)")
}
precondition(IinByHand.read("900101300007")!.isMale && IinByHand.read("900101300008") == nil)

#if swift(>=6.1)
    let swiftVersion = "6.1 or newer"
#else
    let swiftVersion = "6.0"
#endif
let stack = "Foundation by hand"
var rows: [Row] = []

/// Measures a row.
@MainActor func measure(
    _ row: String, _ what: String, _ own: @escaping () throws -> Void, _ peers: Way...
) throws {
    rows.append(try Row(row, what, rounds: rounds, own, peers))
}

try measure(
    "eligibility", "a decision with its reasons",
    {
        let inquiry = Inquiry(document: .identityCard, ground: .expiry, expiresOn: expires)
        used(try rules.decide(inquiry: inquiry, today: today))
    },
    Way(stack) {
        used(byHand.refusals(isIdentityCard: true, isExpiry: true, expires: expiresByHand, today: todayByHand))
    })
try measure(
    "eligibility_texts", "the same, its days read from texts",
    {
        let inquiry = Inquiry(document: .identityCard, ground: .expiry, expiresOn: CivilDate("2026-02-25")!)
        used(try rules.decide(inquiry: inquiry, today: CivilDate("2026-02-10")!))
    },
    Way("DateFormatter by hand") {
        let (expires, today) = (days.day("2026-02-25"), days.day("2026-02-10"))
        used(byHand.refusals(isIdentityCard: true, isExpiry: true, expires: expires, today: today))
    })
try measure(
    "iin", "IIN, with birth date and sex", { used(try iinFacts(iin: parseIin(text: "900101300007"))) },
    Way(stack) { used(IinByHand.read("900101300007")) })
try measure("email", "e-mail address", { used(try rules.parseEmail(text: "serik.ulgiev@example.kz", on: today)) })
try measure("phone", "phone number", { used(try rules.parsePhone(text: "+7 (701) 000-00-01", on: today)) })
try measure("form", "JSON text, all fields validated", { used(try rules.validate(form: form, today: today)) })
try measure(
    "fee", "quote of the duty",
    { used(try rules.quote(inquiry: FeeInquiry(document: .identityCard, ground: .loss, on: today))) },
    Way(stack) { used(fees.quote(ground: "loss", on: todayByHand)) })
try measure(
    "ready", "pickup date, 15 working days", { used(try rules.readyOn(filedOn: today)) },
    Way(stack) { used(pickup.readyOn(todayByHand)) })
try measure(
    "notices", "a notice in one language: SMS, segments, e-mail, push",
    { used(try rules.notice(data: ready, language: .ru, on: today)) })
try measure("sms", "segments of an SMS", { used(countSms(text: message)) })
try measure(
    "photo", "the report on a photo of 600 × 800, with its face",
    { used(try rules.checkPhotoBlocking(data: photo, on: today)) })
try measure(
    "signature", "the report on a signature sample",
    { used(try rules.checkSignatureBlocking(data: signature, on: today)) })
try measure(
    "all_without_images", "everything without pictures",
    { used(try rules.assessBlocking(form: form, today: today, centres: centres)) })
try measure(
    "all", "everything",
    {
        used(
            try rules.assessBlocking(
                form: form, today: today, centres: centres, photo: photo, signature: signature))
    })

print("| a call from Swift | µs | spread | the other | µs | faster by |\n|---|---:|---:|---|---:|---:|")
rows.forEach { print($0.markdown) }
let report = Report(
    machine: machine(), rounds: rounds, versions: ["Swift": swiftVersion, "qujat": libraryVersion()], rows: rows)
try report.write(to: URL(fileURLWithPath: arguments[2]))
