import Foundation

/// An instant from year 1 to 9999, to the nanosecond, as events and faults have it.
///
/// A `Date` is finer near 2001 than today and rounds what a server wrote, so that a fault of 600 seconds
/// and a nanosecond would be one of 600: the library keeps instants exactly, and makes a `Date` of them
/// where an app asks for one.
public struct Moment: Sendable, Hashable, Comparable {
    /// The seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// The nanoseconds after ``seconds``, 0 to 999 999 999.
    public let nanoseconds: Int32

    /// The instant of a `Date`, to the microsecond: it is no finer. `nil` outside the years 1 to 9999.
    public init?(_ date: Date) {
        // From 2001, as `Date` counts, where it is finest.
        let microseconds = (date.timeIntervalSinceReferenceDate * 1e6).rounded()
        guard abs(microseconds) < 1e18, let total = Int(exactly: microseconds) else {
            return nil
        }
        let (seconds, fraction) = total.floored(by: 1_000_000)
        self.init(seconds: seconds + Self.referenceDate, nanoseconds: fraction * 1_000)
    }

    private init?(seconds: Int, nanoseconds: Int) {
        guard CivilDate(daysSince1970: seconds.floored(by: 86_400).quotient) != nil else {
            return nil
        }
        (self.seconds, self.nanoseconds) = (Int64(seconds), Int32(nanoseconds))
    }

    /// The instant as a `Date`, rounded as that rounds.
    public var date: Date {
        let whole = TimeInterval(seconds - Int64(Self.referenceDate))
        return Date(timeIntervalSinceReferenceDate: whole + TimeInterval(nanoseconds) / 1e9)
    }

    public static func < (left: Moment, right: Moment) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The seconds from 1970 to the instant from which `Date` counts.
    private static let referenceDate = 978_307_200
}

extension Moment: LosslessStringConvertible, CustomReflectable {
    /// Reads RFC 3339 in UTC, as the library writes it: `2026-02-10T04:30:00Z`, with up to nine decimals
    /// of the second. `nil` for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 30, bytes.last == UInt8(ascii: "Z"),
            bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CivilDate(String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = CivilDate.number(bytes[11..<13]), let minute = CivilDate.number(bytes[14..<16]),
            let second = CivilDate.number(bytes[17..<19]), hour < 24, minute < 60, second < 60
        else {
            return nil
        }
        var nanoseconds = 0
        let fraction = bytes[19...].dropLast()
        if let point = fraction.first {
            guard point == UInt8(ascii: "."), fraction.count > 1,
                let digits = CivilDate.number(fraction.dropFirst())
            else {
                return nil
            }
            nanoseconds = (fraction.count..<10).reduce(digits) { value, _ in value * 10 }
        }
        let seconds = Int(day.epochDays) * 86_400 + hour * 3_600 + minute * 60 + second
        self.init(seconds: seconds, nanoseconds: nanoseconds)
    }

    /// The instant in RFC 3339 in UTC, with no, three, six or nine decimals, as it needs them.
    public var description: String {
        let (days, second) = Int(seconds).floored(by: 86_400)
        let time = [second / 3_600, second / 60 % 60, second % 60].map { CivilDate.padded($0, to: 2) }
        let day = CivilDate(epochDays: Int32(days))
        return "\(day)T\(time.joined(separator: ":"))\(decimals)Z"
    }

    public var customMirror: Mirror { Mirror(self, children: []) }

    private var decimals: String {
        guard nanoseconds != 0 else { return "" }
        var digits = CivilDate.padded(Int(nanoseconds), to: 9)
        while digits.hasSuffix("000") {
            digits.removeLast(3)
        }
        return "." + digits
    }
}

extension Moment: Codable {
    /// Reads RFC 3339 in UTC.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let moment = Moment(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no instant in UTC")
        }
        self = moment
    }

    /// Writes RFC 3339 in UTC.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// An instant of the library, which writes them as ``Moment`` reads them.
func instant(_ text: String) throws -> Moment {
    guard let moment = Moment(text) else {
        throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "no instant"))
    }
    return moment
}
