// What a call costs from Swift, beside what is written by hand: the median of five runs each, in time of the
// processor, so that other work on the machine does not count.
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

struct Row: Encodable {
    let name: String
    let microseconds: Double
}

var rows: [Row] = []

@inline(never) func used<T>(_ value: T) {}

/// What this process has spent of the processor's time, in microseconds.
func spent() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

/// The median of five runs of `count` calls, after a run that warms up.
@MainActor func measure(_ name: String, _ count: Int, _ call: () throws -> Void) throws {
    var times: [Double] = []
    for _ in 0..<6 {
        let before = spent()
        for _ in 0..<count { try call() }
        times.append(spent() - before)
    }
    let median = times.dropFirst().sorted()[2] / Double(count)
    rows.append(Row(name: name, microseconds: (median * 1_000).rounded() / 1_000))
}

let rules = try Rulebook.edition()
let today = CivilDate("2026-02-10")!
let expires = CivilDate("2026-02-25")!
let form = try String(contentsOf: root.appendingPathComponent("examples/data/eligible.json"), encoding: .utf8)
let photo = try Data(contentsOf: root.appendingPathComponent("core/vectors/images/photos/good.jpg"))

try measure("eligibility", 20_000) {
    let inquiry = Inquiry(document: .identityCard, ground: .expiry, expiresOn: expires)
    used(try rules.decide(inquiry: inquiry, today: today))
}
let byHand = EligibilityByHand()
let (expiresByHand, todayByHand) = (byHand.day("2026-02-25"), byHand.day("2026-02-10"))
guard byHand.refusals(isIdentityCard: true, isExpiry: true, expires: expiresByHand, today: todayByHand).isEmpty else {
    fatalError("the version by hand is wrong")
}
try measure("eligibility by hand: Foundation's Calendar, dates at hand", 20_000) {
    used(byHand.refusals(isIdentityCard: true, isExpiry: true, expires: expiresByHand, today: todayByHand))
}
try measure("eligibility from texts", 20_000) {
    let inquiry = Inquiry(document: .identityCard, ground: .expiry, expiresOn: CivilDate("2026-02-25")!)
    used(try rules.decide(inquiry: inquiry, today: CivilDate("2026-02-10")!))
}
try measure("eligibility by hand from texts: DateFormatter", 20_000) {
    used(
        byHand.refusals(
            isIdentityCard: true, isExpiry: true, expires: byHand.day("2026-02-25"), today: byHand.day("2026-02-10")))
}
try measure("IIN, with birth date and sex", 20_000) {
    used(try iinFacts(iin: parseIin(text: "900101300007")))
}
guard let read = IinByHand.read("900101300007"), read.isMale, IinByHand.read("900101300008") == nil else {
    fatalError("the version by hand is wrong")
}
try measure("IIN by hand, with birth date and sex", 20_000) {
    used(IinByHand.read("900101300007"))
}
try measure("form: JSON text to all problems", 2_000) {
    used(try rules.validate(form: form, today: today))
}
try measure("photo report: \(photo.count / 1_000) kB JPEG", 5) {
    used(try rules.checkPhotoBlocking(data: photo, on: today))
}

print("| a call from Swift | µs |\n|---|---:|")
for row in rows {
    print("| \(row.name) | \(row.microseconds) |")
}
let encoder = JSONEncoder()
encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
try encoder.encode(rows).write(to: URL(fileURLWithPath: arguments[2]))
