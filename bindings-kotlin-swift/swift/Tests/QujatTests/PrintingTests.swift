import Foundation
import Qujat
import Testing

/// Parts of all planted texts; the masks leave no part.
private let secrets = [
    "Құпия", "31337", "313.37", "31, 33, 7", "1937", "03:17", "hidden-", "9001013", "012345", "123456", "7010000",
    "ulgi", "serik", "example.kz", "ҮЛГ", "0713",
]

private struct Holder {
    let value: Any
}

private struct Failure: Error {
    let value: any Sendable
}

private struct SaidFailure: LocalizedError {
    let value: any Sendable
    var errorDescription: String? { "failed for \(value)" }
}

private func dumped(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
}

private func printed(_ value: Any) -> String {
    var text = ""
    print(value, [value], to: &text)
    debugPrint(value, to: &text)
    return text
}

/// All that reflection finds, at every depth.
private func mirrored(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    let children = mirror.children.map { child in
        "\(child.label ?? "") \(child.value) " + mirrored(child.value)
    }
    return mirror.description + children.joined(separator: "\n")
}

private func thrown(_ error: any Error) -> String {
    "\(error) \(String(reflecting: error)) \(error.localizedDescription) \(dumped(error))"
}

/// The ways of printing, by their names.
private let ways: [(String, @Sendable (any Sendable) -> String)] = [
    ("interpolation", { "\($0)" }),
    ("describing", { String(describing: $0) }),
    ("reflecting", { String(reflecting: $0) }),
    ("description", { ($0 as? any CustomStringConvertible)?.description ?? "" }),
    ("debugDescription", { ($0 as? any CustomDebugStringConvertible)?.debugDescription ?? "" }),
    ("playground", { ($0 as? any CustomPlaygroundDisplayConvertible).map { "\($0.playgroundDescription)" } ?? "" }),
    ("dump", { dumped($0) }),
    ("print", { printed($0) }),
    ("mirror", { mirrored($0) }),
    ("optional", { "\(Optional($0) as Any)" }),
    ("array", { "\([$0])" }),
    ("array, reflecting", { String(reflecting: [$0]) }),
    ("dictionary", { "\(["value": $0])" }),
    ("dump of an array", { dumped([$0]) }),
    ("tuple", { "\(($0, $0))" }),
    ("struct", { "\(Holder(value: $0)) \(dumped(Holder(value: $0)))" }),
    ("result", { "\(Result<Any, any Error>.success($0))" }),
    ("error", { thrown(Failure(value: $0)) }),
    ("localized error", { thrown(SaidFailure(value: $0)) }),
    ("cocoa error", { thrown(NSError(domain: "planted", code: 1, userInfo: ["value": "\($0)"])) }),
]

@Suite struct PrintingTests {
    @Test(arguments: ways.indices)
    func noTypeShowsPlantedData(_ index: Int) {
        let (way, print) = ways[index]
        for (type, values) in planted {
            #expect(!values.isEmpty, "\(type)")
            for value in values {
                let text = print(value)
                for secret in secrets where text.contains(secret) {
                    Issue.record("\(type) shows \(secret) by \(way)")
                }
            }
        }
    }

    @Test func allTypesAreThere() {
        #expect(planted.count > 80)
        #expect(Set(planted.map(\.type)).count == planted.count)
    }

    @Test func plantedDataAreInTheFields() throws {
        func value<T>(_ type: T.Type) throws -> T {
            try #require(planted.lazy.flatMap(\.values).compactMap { $0 as? T }.first)
        }
        #expect(try value(QuoteLine.self).exemption?.contains("31337") == true)
        #expect(try value(Applicant.self).surname.text.contains("ҮЛГ"))
        #expect(try value(Address.self).postcode.contains("0713"))
    }

    @Test func aTextThatIsNoneOfTheLibrarysIsHiddenWhole() {
        for text in ["", "a", "07", "abcd", "a@b"] {
            let values: [any PersonalText] = [
                Iin(text: text), CardNumber(text: text), PassportNumber(text: text), Phone(text: text),
                EmailAddress(text: text), PersonName(text: text),
            ]
            for value in values {
                #expect(value.description.allSatisfy { $0 == "*" }, "\(value)")
            }
        }
        #expect("\(Iin(text: "900101300007"))" == "**********07")
        #expect("\(EmailAddress(text: "ulgi.serik@example.kz"))" == "u***@***.kz")
    }
}
