import Conformance
import Foundation
import Testing

private struct Vectors: CustomTestStringConvertible, Sendable {
    let name: String
    let operation: String
    let cases: Int
    let vectors: [Json]

    var testDescription: String { name }

    /// All files of the folder, sorted by name.
    static let all: [Vectors] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".json") && !$0.hasSuffix(".schema.json") }.map { name in
            let file = try! Json(Data(contentsOf: folder.appendingPathComponent(name)))
            return Vectors(
                name: name, operation: file["operation"]?.string ?? "", cases: file["cases"]?.integer ?? -1,
                vectors: file["vectors"]?.array ?? [])
        }
    }()
}

/// The fault of the answer to a case; `nil` without any.
private func run(_ operation: String, _ vector: Json) async -> String? {
    do {
        let found = try await answer(operation, vector["input"] ?? .null)
        return vector["expect"].map { $0.matches(found) } == true ? nil : found.text
    } catch let failed as Failed {
        let wanted = (vector["error"]?.array ?? []).map { $0.string ?? "" }
        return isExpected(wanted, failed.problems) ? nil : failed.problems.joined(separator: ", ")
    } catch {
        return "\(error)"
    }
}

/// `true` if errors are the expected ones: `CODE`, or `CODE /pointer` if the place matters.
private func isExpected(_ wanted: [String], _ found: [String]) -> Bool {
    func fits(_ pair: (String, String)) -> Bool {
        let (wanted, found) = pair
        return found == wanted || found.hasPrefix(wanted + " /") && !wanted.contains(" ")
    }
    return wanted.count == found.count && zip(wanted, found).allSatisfy(fits)
}

/// The conformance vectors. `QUJAT_VECTORS=DIR` brings others than the shipped ones.
@Suite struct VectorTests {
    @Test func thereAreVectorsOfEveryOperation() {
        #expect(!Vectors.all.isEmpty, "no vectors in \(folder.path)")
        if ProcessInfo.processInfo.environment["QUJAT_VECTORS"] == nil {
            #expect(Set(Vectors.all.map(\.operation)) == Set(operations.keys))
        }
    }

    @Test(arguments: Vectors.all)
    fileprivate func allCases(file: Vectors) async {
        var (ran, wrong) = (0, [String]())
        for vector in file.vectors {
            ran += 1
            if let found = await run(file.operation, vector) {
                let wanted = (vector["expect"] ?? vector["error"] ?? .null).text
                wrong.append("\(vector["name"]?.string ?? "")\n  wanted \(wanted)\n  got    \(found)")
            }
        }
        #expect(ran == file.cases && ran > 0)
        #expect(wrong.isEmpty, "\(wrong.count) of \(ran) differ:\n\(wrong.joined(separator: "\n"))")
    }

    @Test func theComparisonCanFail() async throws {
        func vector(_ text: String) throws -> Json { try Json(Data(text.utf8)) }
        let good = #""input":{"text":"900101300007"}"#
        let bad = #""input":{"text":"1"}"#
        #expect(await run("iin", try vector("{\(good),\"expect\":{\"sex\":\"male\"}}")) == nil)
        #expect(await run("iin", try vector("{\(good),\"expect\":{\"sex\":\"female\"}}")) != nil)
        #expect(await run("iin", try vector("{\(good)}")) != nil)
        #expect(await run("iin", try vector("{\(bad),\"expect\":{\"sex\":\"male\"}}")) != nil)
        #expect(await run("iin", try vector("{\(bad),\"error\":[\"IIN_LENGTH\"]}")) == nil)
        #expect(await run("iin", try vector("{\(bad),\"error\":[\"IIN_LENGTH /text\"]}")) != nil)
        #expect(await run("iin", try vector("{\(bad),\"error\":[\"IIN_LENGTH\",\"IIN_LENGTH\"]}")) != nil)
        #expect(await run("none", try vector("{\(good),\"expect\":{}}")) != nil)
    }
}
