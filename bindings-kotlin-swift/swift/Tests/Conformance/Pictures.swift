import Foundation
import Qujat

extension Case {
    func photo() async throws -> Json {
        let file = try image()
        let report = try await rules.checkPhoto(file, on: on())
        let checks = report.checks.map { check -> (String, Json) in
            (
                check.kind.spelling(),
                .object([
                    ("verdict", canonical(check.verdict)), ("code", canonical(check.reason.code)),
                    ("measured", check.measured.map { .integer($0) } ?? .null),
                    ("source", check.reason.source.map { .string($0) } ?? .null),
                ])
            )
        }
        return .object([
            ("input_crc32", .integer(crc32(file))), ("verdict", canonical(report.verdict)),
            ("profile", .string(report.profile)), ("edition", .string(report.edition)),
            ("file", report.file.map { canonical($0) } ?? .null), ("checks", .object(checks)),
            ("face", report.face.map { canonical($0) } ?? .null), ("crop", report.crop.map { canonical($0) } ?? .null),
            ("fingerprints", canonical(report.fingerprints)),
        ])
    }

    func signature() async throws -> Json {
        let (file, on) = (try image(), try on())
        let report = try await rules.checkSignature(file, on: on)
        return sample(report, try? await rules.normaliseSignature(file, on: on))
    }

    func strokes() async throws -> Json {
        let (drawing, on) = (try readDrawing(json: json("strokes")), try on())
        let report = try await rules.checkStrokes(drawing, on: on)
        return sample(report, try? await rules.renderStrokes(drawing, on: on))
    }

    /// A report in the form of the vectors, with the checksum of the normalised picture.
    private func sample(_ report: SignatureReport, _ normal: Data?) -> Json {
        let failed = report.checks.filter { $0.verdict == .fail }
        let measures = report.checks.compactMap { check in
            check.measured.map { (check.kind.spelling(), Json.integer($0)) }
        }
        return .object([
            ("verdict", canonical(report.verdict)), ("problems", canonical(failed.map(\.reason.code))),
            ("measures", .object(measures)), ("ink", report.ink.map { canonical($0) } ?? .null),
            ("fingerprint", report.fingerprint.map { canonical($0) } ?? .null),
            ("normal", normal.map { .integer(crc32($0)) } ?? .null),
        ])
    }
}

private func crc32(_ data: Data) -> UInt32 {
    ~data.reduce(~UInt32(0)) { sum, byte in
        table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
}

private let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
}
