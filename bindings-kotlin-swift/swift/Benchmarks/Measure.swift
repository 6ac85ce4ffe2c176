import Foundation

/// The sink of answers, so that no call is left out.
@inline(never) func used<T>(_ value: T) {}

/// The time that this process has spent on the processor, in nanoseconds.
private func spent() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// A way to an answer.
struct Way {
    let name: String
    let call: () throws -> Void

    init(_ name: String, _ call: @escaping () throws -> Void) {
        self.name = name
        self.call = call
    }

    /// Nanoseconds of a call, of so many.
    func perCall(_ calls: Int) throws -> Double {
        let before = spent()
        for _ in 0..<calls { try call() }
        return (spent() - before) / Double(calls)
    }

    /// The number of calls that take about two milliseconds, once they are warm.
    func calls() throws -> Int {
        var (calls, total, best) = (1, 0.0, Double.infinity)
        while total < 100e6 {
            let each = try perCall(calls)
            total += each * Double(calls)
            best = min(best, each)
            calls = min(2 * calls, 1 << 16)
        }
        return max(1, Int(2e6 / best))
    }
}

/// The median of the rounds, and the distance of their quartiles, in nanoseconds.
struct Times: Encodable {
    let median_ns: Double
    let spread_ns: Double

    init(_ rounds: [Double]) {
        let sorted = rounds.sorted()
        let quartile = { (number: Int) in sorted[(sorted.count - 1) * number / 4] }
        median_ns = (quartile(2) * 10).rounded() / 10
        spread_ns = ((quartile(3) - quartile(1)) * 10).rounded() / 10
    }
}

/// A peer as the report of all languages reads it.
struct Peer: Encodable {
    let name: String
    let median_ns: Double
    let spread_ns: Double
    let ratio: Double
}

/// A row as the report of all languages reads it.
struct Row: Encodable {
    let row: String
    let what: String
    let median_ns: Double
    let spread_ns: Double
    let peers: [Peer]

    /// Measures the library and its peers, which take turns.
    init(_ row: String, _ what: String, rounds: Int, _ own: @escaping () throws -> Void, _ peers: [Way]) throws {
        let ways = [Way("qujat", own)] + peers
        let calls = try ways.map { try $0.calls() }
        var times = ways.map { _ in [Double]() }
        for _ in 0..<rounds {
            for (index, way) in ways.enumerated() {
                times[index].append(try way.perCall(calls[index]))
            }
        }
        let found = times.map(Times.init)
        self.row = row
        self.what = what
        median_ns = found[0].median_ns
        spread_ns = found[0].spread_ns
        self.peers = zip(peers, found.dropFirst()).map { peer, times in
            let ratio = times.median_ns / found[0].median_ns
            return Peer(
                name: peer.name, median_ns: times.median_ns, spread_ns: times.spread_ns,
                ratio: (ratio * 1e4).rounded() / 1e4)
        }
    }

    /// Lines of a table in Markdown, in microseconds.
    var markdown: String {
        let micros = { (nanoseconds: Double) in String(format: "%.3f", nanoseconds / 1_000) }
        let own = "| \(what) | \(micros(median_ns)) | \(micros(spread_ns)) |"
        let lines = peers.map { "\(own) \($0.name) | \(micros($0.median_ns)) | \($0.ratio) × |" }
        return lines.isEmpty ? "\(own) | | |" : lines.joined(separator: "\n")
    }
}

/// The measurements in Swift, as the report of all languages reads them.
struct Report: Encodable {
    let language = "Swift"
    let machine: String
    let rounds: Int
    let versions: [String: String]
    let rows: [Row]

    func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(self).write(to: file)
    }
}

/// The processor, how many there are, and the system.
func machine() -> String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last ?? "unknown"
    let information = ProcessInfo.processInfo
    return "\(model.trimmingCharacters(in: .whitespaces)), \(information.activeProcessorCount) processors, "
        + information.operatingSystemVersionString
}
