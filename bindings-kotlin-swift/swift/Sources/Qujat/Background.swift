import Foundation

/// Runs long work, such as checking a photo, off the threads that the app's tasks share.
///
/// There are as many threads as the device has processors. Cancelling the task ends the wait at once
/// with `CancellationError`: work that has not begun is left out, work that has begun runs to its end
/// and its answer is dropped.
func inBackground<Answer: Sendable>(
    _ work: @escaping @Sendable () throws -> Answer
) async throws -> Answer {
    let waiting = Waiting<Answer>()
    return try await withTaskCancellationHandler {
        try await withCheckedThrowingContinuation { continuation in
            guard waiting.begin(continuation) else {
                return
            }
            background.addOperation {
                if waiting.isOpen {
                    waiting.end(Result(catching: work))
                }
            }
        }
    } onCancel: {
        waiting.end(.failure(CancellationError()))
    }
}

private let background: OperationQueue = {
    let queue = OperationQueue()
    queue.name = "qujat"
    queue.qualityOfService = .userInitiated
    queue.maxConcurrentOperationCount = ProcessInfo.processInfo.activeProcessorCount
    return queue
}()

/// One who waits, and is told once. All of it is behind the lock.
private final class Waiting<Answer: Sendable>: @unchecked Sendable {
    private enum State {
        case new
        case waiting(CheckedContinuation<Answer, any Error>)
        case ended(Result<Answer, any Error>?)
    }

    private let lock = NSLock()
    private var state = State.new

    var isOpen: Bool {
        lock.withLock {
            if case .waiting = state { true } else { false }
        }
    }

    /// `true` if there is still something to wait for: the task may have been cancelled before.
    func begin(_ continuation: CheckedContinuation<Answer, any Error>) -> Bool {
        let result: Result<Answer, any Error>? = lock.withLock {
            if case .ended(let result) = state {
                return result
            }
            state = .waiting(continuation)
            return nil
        }
        if let result {
            continuation.resume(with: result)
        }
        return result == nil
    }

    func end(_ result: Result<Answer, any Error>) {
        let continuation: CheckedContinuation<Answer, any Error>? = lock.withLock {
            switch state {
            case .new:
                state = .ended(result)
                return nil
            case .waiting(let continuation):
                state = .ended(nil)
                return continuation
            case .ended:
                return nil
            }
        }
        continuation?.resume(with: result)
    }
}
