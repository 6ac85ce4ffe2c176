import Foundation

// The functions that the generated code calls to convert values that are one number or one text in the
// library. A value that the library does not have becomes one that it refuses with the right code, so
// nothing traps here.

/// A time of day in whole minutes, from 00:00 to 24:00, the end of a day; it has no time zone.
public struct TimeOfDay: Sendable, Hashable, Comparable, CustomStringConvertible, CustomReflectable {
    /// The minutes since 00:00, 0 to 1440.
    public let minutes: UInt32

    init(minutes: UInt32) {
        self.minutes = minutes
    }

    /// The time with this hour (0 to 24) and minute (0 to 59), or `nil` for a wrong one.
    public init?(hour: Int, minute: Int) {
        guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else {
            return nil
        }
        minutes = UInt32(hour * 60 + minute)
    }

    /// The hour, 0 to 24.
    public var hour: Int { Int(minutes / 60) }
    /// The minute, 0 to 59.
    public var minute: Int { Int(minutes % 60) }

    /// The time as `HH:MM`.
    public var description: String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }

    public var customMirror: Mirror { Mirror(self, children: []) }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutes < right.minutes
    }
}

// MARK: - Amounts

/// A decimal of the library, which is in plain notation and exact.
func decimal(_ text: String) throws -> Decimal {
    guard let value = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) else {
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no decimal"))
    }
    return value
}

/// A decimal as the library reads it; a value that is no number becomes a text that it refuses.
func decimalText(_ value: Decimal) -> String {
    value.isFinite ? "\(value)" : ""
}

// MARK: - Parameters

func paramsOf(_ entries: [NamedParam]) -> [String: ParamValue] {
    Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
}

func namedParams(_ params: [String: ParamValue]) -> [NamedParam] {
    params.sorted { $0.key < $1.key }.map { NamedParam(name: $0.key, value: $0.value) }
}
