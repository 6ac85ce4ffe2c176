import Foundation

/// A day of the calendar, from 0001-01-01 to 9999-12-31, both inclusive, with no time and no time zone.
///
/// It says what is printed on a card, so nothing can shift it: it is stored as a number of days, and
/// becomes a `Date`, which is an instant, only where a time zone is named. The calendar is the Gregorian
/// one, carried back to the year 1 as ISO 8601 does.
///
/// ```swift
/// let expires = CivilDate("2025-11-10")!
/// print(expires.advanced(byDays: -30))  // 2025-10-11
/// print(CivilDate("2025-02-29") as Any)  // nil
/// ```
public struct CivilDate: Sendable, Hashable {
    /// The number of days since 1970-01-01, negative before.
    public let epochDays: Int32

    /// The first day that there is, 0001-01-01.
    public static let min = CivilDate(epochDays: -719_162)
    /// The last day that there is, 9999-12-31.
    public static let max = CivilDate(epochDays: 2_932_896)

    /// The day this many days after 1970-01-01, or `nil` outside the years 1 to 9999.
    public init?(daysSince1970 days: Int) {
        guard days >= Int(Self.min.epochDays), days <= Int(Self.max.epochDays) else {
            return nil
        }
        self.init(epochDays: Int32(days))
    }

    /// The day with this year (1 to 9999), month (1 to 12) and day of the month, or `nil` if there is
    /// no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else {
            return nil
        }
        self.init(epochDays: Int32(Self.days(year: year, month: month, day: day)))
    }

    /// A day from the library is in range.
    init(epochDays days: Int32) {
        epochDays = days
    }

    /// The year, 1 to 9999.
    public var year: Int { parts.year }
    /// The month, 1 to 12.
    public var month: Int { parts.month }
    /// The day of the month, 1 to 31.
    public var day: Int { parts.day }

    /// The day of the week as ISO 8601 counts it, from 1 for Monday to 7 for Sunday.
    public var weekday: Int {
        // 1970-01-01 was a Thursday.
        (Int(epochDays) + 3).floored(by: 7).remainder + 1
    }

    /// The day this many days later (earlier, if negative); it stops at ``min`` and ``max``.
    public func advanced(byDays days: Int) -> CivilDate {
        let (sum, overflow) = Int(epochDays).addingReportingOverflow(days)
        if overflow {
            return days < 0 ? .min : .max
        }
        let clamped = Swift.min(Swift.max(sum, Int(Self.min.epochDays)), Int(Self.max.epochDays))
        return CivilDate(epochDays: Int32(clamped))
    }

    /// The days from this one to `later`: negative if `later` is earlier.
    public func days(until later: CivilDate) -> Int {
        Int(later.epochDays) - Int(epochDays)
    }
}

extension CivilDate: Comparable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.epochDays < right.epochDays
    }
}

// MARK: - Text

extension CivilDate: LosslessStringConvertible, CustomReflectable {
    /// Reads `YYYY-MM-DD`: ten ASCII characters, nothing around them. `nil` for anything else, and for
    /// a day that does not exist.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    /// The day as `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = parts
        return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    public var customMirror: Mirror {
        Mirror(self, children: [])
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(into: Optional(0)) { value, byte in
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            value = isDigit ? value.map { $0 * 10 + Int(byte - UInt8(ascii: "0")) } : nil
        }
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

extension CivilDate: Codable {
    /// Reads the text `YYYY-MM-DD`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CivilDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no day as YYYY-MM-DD")
        }
        self = day
    }

    /// Writes the text `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

// MARK: - The calendar's arithmetic

extension CivilDate {
    /// Years are counted from 1 March, so that the leap day is a year's last one; 400 years have
    /// 146 097 days, and 719 468 of them lie between 0000-03-01 and 1970-01-01.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let (era, yearOfEra) = shifted.floored(by: 400)
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    var parts: (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (Int(epochDays) + 719_468).floored(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400
        return (month > 2 ? year : year + 1, month, day)
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension Int {
    /// The quotient rounded down, and a remainder that is not negative.
    func floored(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
