import Conformance
import Foundation
import Qujat
import Testing

private let rules = try! Rulebook.edition()
private let day = CivilDate("2026-02-10")!

private func photo(_ name: String = "good.png") -> Data {
    try! Data(contentsOf: folder.appendingPathComponent("images/photos").appendingPathComponent(name))
}

/// `true` if tests that depend on the machine's speed and memory run too: `make
/// test-more`.
private let more = ProcessInfo.processInfo.environment["QUJAT_MORE"] != nil

/// The memory of this process that is in use, in bytes.
private func residentMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1_024 } ?? 0
}

@Suite(.serialized) struct ConcurrencyTests {
    /// Everything of the interface can be handed to another task: this compiles.
    @Test func allIsSendable() {
        func isSendable(_: (some Sendable).Type) {}
        isSendable(Rulebook.self)
        isSendable(WorkingCalendar.self)
        isSendable(CentreDirectory.self)
        isSendable(Texts.self)
        isSendable(Application.self)
        isSendable(FeedbackSummaries.self)
        isSendable(Decision.self)
        isSendable(Assessment.self)
        isSendable(PhotoReport.self)
        isSendable(RegisterRecord.self)
        isSendable(ParamValue.self)
        isSendable(QujatError.self)
        isSendable(CivilDate.self)
        isSendable(Moment.self)
        isSendable(Iin.self)
    }

    @Test func eightThreadsGetTheSameAnswers() async throws {
        let calendar = rules.calendar()
        let application = Application()
        let inquiry = Inquiry(
            document: .identityCard, ground: .expiry, expiresOn: CivilDate("2026-03-15")!)
        let wanted = try rules.decide(inquiry: inquiry, today: day)
        let refused = thrown(QujatError.self) { _ = try parseIin(text: "900101300008") }
        let wrong = Wrong()
        let threads = (0..<8).map { _ in
            Thread {
                for _ in 0..<2_000 {
                    let decided = try? rules.decide(inquiry: inquiry, today: day)
                    let works = try? calendar.isWorkingDay(day: day)
                    let error = thrown(QujatError.self) { _ = try parseIin(text: "900101300008") }
                    if decided != wanted || works != true || error != refused || application.state() != nil {
                        wrong.add()
                    }
                }
                wrong.end()
            }
        }
        threads.forEach { $0.start() }
        wrong.wait(for: threads.count)
        #expect(wrong.count == 0)
    }

    @Test func picturesAreCheckedInParallel() async throws {
        let photo = photo()
        let wanted = try await rules.checkPhoto(photo, on: day)
        let reports = try await withThrowingTaskGroup(of: PhotoReport.self) { group in
            for _ in 0..<8 {
                group.addTask { try await rules.checkPhoto(photo, on: day) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(reports.count == 8 && reports.allSatisfy { $0 == wanted })
    }

    @Test func aCancelledCheckEndsAtOnce() async throws {
        let photo = photo()
        let whole = try await ContinuousClock().measure { _ = try await rules.checkPhoto(photo, on: day) }
        let tasks = (0..<64).map { _ in Task { try await rules.checkPhoto(photo, on: day) } }
        tasks.forEach { $0.cancel() }
        let took = await ContinuousClock().measure {
            for task in tasks {
                await #expect(throws: CancellationError.self) { try await task.value }
            }
        }
        // All 64 would take as many times what one takes, shared by the processors.
        #expect(!more || took < whole * 8, "\(took), one takes \(whole)")
        // The library goes on as before.
        #expect(try await rules.checkPhoto(photo, on: day).verdict == .pass)
    }

    @Test(.enabled(if: more)) func memoryStaysFlat() throws {
        let inquiry = Inquiry(
            document: .identityCard, ground: .expiry, expiresOn: CivilDate("2026-05-01")!)
        func call() throws {
            let decision = try rules.decide(inquiry: inquiry, today: day)
            _ = try rules.explain(decision, .kk)
            _ = thrown(QujatError.self) { _ = try parseIin(text: "900101300008") }
            _ = rules.calendar()
        }
        for _ in 0..<5_000 { try call() }
        let before = residentMemory()
        for _ in 0..<50_000 { try call() }
        let grown = residentMemory() - before
        print("memory: \(before / 1_048_576) MiB before 200 000 calls, \(grown / 1_024) KiB more after them")
        #expect(before > 0 && grown < 4 * 1_048_576, "\(grown) bytes more")
    }
}

/// Counts what went wrong, and who has ended.
private final class Wrong: @unchecked Sendable {
    private let condition = NSCondition()
    private var (wrong, ended) = (0, 0)

    var count: Int { condition.withLock { wrong } }

    func add() {
        condition.withLock { wrong += 1 }
    }

    func end() {
        condition.withLock {
            ended += 1
            condition.broadcast()
        }
    }

    func wait(for count: Int) {
        condition.lock()
        defer { condition.unlock() }
        while ended < count {
            condition.wait()
        }
    }
}
