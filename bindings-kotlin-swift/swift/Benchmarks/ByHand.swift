import Foundation

// What a team would write by hand for its app: the same answers, without sources, parameters and texts.

enum Refusal: Equatable {
    case documentNotOnline, groundNotOnline, pilotNotStarted, pilotEnded, tooEarly, tooLate
}

struct EligibilityByHand {
    private let calendar: Calendar
    private let format: DateFormatter
    private let pilot: Range<Date>

    init() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 5 * 3_600)!
        let format = DateFormatter()
        format.calendar = calendar
        format.timeZone = calendar.timeZone
        format.locale = Locale(identifier: "en_US_POSIX")
        format.dateFormat = "yyyy-MM-dd"
        self.calendar = calendar
        self.format = format
        pilot = format.date(from: "2025-05-28")!..<format.date(from: "2026-03-01")!
    }

    func day(_ text: String) -> Date {
        format.date(from: text)!
    }

    /// Why the card cannot be renewed online; empty if it can.
    func refusals(isIdentityCard: Bool, isExpiry: Bool, expires: Date, today: Date) -> [Refusal] {
        var refusals: [Refusal] = []
        if !isIdentityCard { refusals.append(.documentNotOnline) }
        if !isExpiry { refusals.append(.groundNotOnline) }
        if today < pilot.lowerBound { refusals.append(.pilotNotStarted) }
        if today >= pilot.upperBound { refusals.append(.pilotEnded) }
        let left = calendar.dateComponents([.day], from: today, to: expires).day!
        if left > 30 { refusals.append(.tooEarly) }
        if left < -10 { refusals.append(.tooLate) }
        return refusals
    }
}

enum IinByHand {
    /// The birth date and whether the holder is male; `nil` if the number is none.
    static func read(_ text: String) -> (birth: DateComponents, isMale: Bool)? {
        let digits = text.compactMap { $0.isASCII ? $0.wholeNumberValue : nil }
        guard text.count == 12, digits.count == 12, (1...6).contains(digits[6]) else { return nil }
        func sum(_ weights: [Int]) -> Int {
            zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
        }
        var check = sum(Array(1...11))
        if check == 10 { check = sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) }
        guard check == digits[11] else { return nil }
        let year = 1800 + (digits[6] - 1) / 2 * 100 + digits[0] * 10 + digits[1]
        let birth = DateComponents(
            calendar: Calendar(identifier: .gregorian), year: year, month: digits[2] * 10 + digits[3],
            day: digits[4] * 10 + digits[5])
        return birth.isValidDate ? (birth, digits[6] % 2 == 1) : nil
    }
}
