import Foundation
import Testing

@testable import Qujat

private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    var count: Int { lock.withLock { value } }

    func add() {
        lock.withLock { value += 1 }
    }
}

@Suite struct BackgroundTests {
    @Test func answersAndErrorsComeBack() async throws {
        #expect(try await inBackground { 7 } == 7)
        await #expect(throws: URLError.self) {
            try await inBackground { throw URLError(.badURL) }
        }
    }

    @Test func aCancelledTaskDoesNotWait() async throws {
        let (begun, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let task = Task {
            try await inBackground {
                begun.signal()
                gate.wait()
            }
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                begun.wait()
                continuation.resume()
            }
        }
        task.cancel()
        // The work still stands at the gate: only the wait has ended.
        await #expect(throws: CancellationError.self) { try await task.value }
        gate.signal()
    }

    @Test func workOfACancelledTaskIsLeftOut() async {
        let ran = Counter()
        let task = Task {
            while !Task.isCancelled {
                await Task.yield()
            }
            try await inBackground { ran.add() }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(ran.count == 0)
    }

    @Test func cancellingNeverLosesOrRepeatsAnAnswer() async {
        let ended = Counter()
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<2_000 {
                group.addTask {
                    let task = Task { try await inBackground { index } }
                    if index % 2 == 0 {
                        task.cancel()
                    }
                    switch await task.result {
                    case .success(let answer): #expect(answer == index)
                    case .failure(let error): #expect(error is CancellationError && index % 2 == 0)
                    }
                    ended.add()
                }
            }
        }
        #expect(ended.count == 2_000)
    }
}
