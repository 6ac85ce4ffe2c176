// Answers cases of the conformance vectors: JSON lines `{"operation", "input"}` in, and lines in the canonical
// form out: `{"error": [codes]}` or `{"expect": answer}`. The parity report compares the languages with it.

import Conformance
import Foundation

while let line = readLine() {
    let asked = try Json(Data(line.utf8))
    let found: Json
    do {
        let expect = try await answer(asked["operation"]?.string ?? "", asked["input"] ?? .null)
        found = .object([Json.Field("expect", expect)])
    } catch let failed as Failed {
        found = .object([Json.Field("error", .array(failed.problems.map { .string($0) }))])
    }
    FileHandle.standardOutput.write(Data((found.sorted.text + "\n").utf8))
}
