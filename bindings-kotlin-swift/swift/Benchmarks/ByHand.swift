import Foundation

// The code that a team would write by hand for its app, with Foundation alone: the rules of one service in
// one year, without editions, sources, parameters and texts.

enum Refusal: String {
    case documentNotOnline = "DOCUMENT_NOT_ONLINE"
    case groundNotOnline = "GROUND_NOT_ONLINE"
    case pilotNotStarted = "PILOT_NOT_STARTED"
    case pilotEnded = "PILOT_ENDED"
    case tooEarly = "TOO_EARLY"
    case neverOnline = "NEVER_ONLINE"
    case tooLate = "TOO_LATE"
}

/// Days as a team has them: the first instants of days in Kazakhstan.
struct DaysByHand {
    let calendar: Calendar
    private let format: DateFormatter

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
    }

    func day(_ text: String) -> Date {
        format.date(from: text)!
    }
}

struct EligibilityByHand {
    private let days: DaysByHand
    private let pilot: Range<Date>

    init(_ days: DaysByHand) {
        self.days = days
        pilot = days.day("2025-05-28")..<days.day("2026-03-01")
    }

    /// The reasons that the card cannot be renewed online; empty if it can.
    func refusals(isIdentityCard: Bool, isExpiry: Bool, expires: Date, today: Date) -> [Refusal] {
        var refusals: [Refusal] = []
        if !isIdentityCard { refusals.append(.documentNotOnline) }
        if !isExpiry { refusals.append(.groundNotOnline) }
        if today < pilot.lowerBound { refusals.append(.pilotNotStarted) }
        if today >= pilot.upperBound { refusals.append(.pilotEnded) }
        let left = days.calendar.dateComponents([.day], from: today, to: expires).day!
        if left > 30 {
            let opens = days.calendar.date(byAdding: .day, value: -30, to: expires)!
            refusals.append(opens < pilot.upperBound ? .tooEarly : .neverOnline)
        }
        if left < -10 { refusals.append(.tooLate) }
        return refusals
    }
}

enum IinByHand {
    /// The birth date, and `true` for a male holder; `nil` for a wrong number.
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

struct FeeByHand {
    /// A figure, and the days on which it holds, the last one exclusive.
    typealias Dated = (days: Range<Date>, figure: Decimal)

    private let mrp: [Dated]
    private let duties: [String: [Dated]]

    init(_ days: DaysByHand) {
        let dated = { (from: String, until: String, figure: String) in
            (days.day(from)..<days.day(until), Decimal(string: figure)!)
        }
        mrp = [
            dated("2024-01-01", "2025-01-01", "3692"), dated("2025-01-01", "2026-01-01", "3932"),
            dated("2026-01-01", "2027-01-01", "4325"),
        ]
        duties = [
            "expiry": [dated("2024-01-01", "2026-01-01", "0.2"), dated("2026-01-01", "9999-12-31", "0")],
            "loss": [dated("2024-01-01", "9999-12-31", "0.2")],
        ]
    }

    func quote(ground: String, on day: Date) -> (base: Decimal, rate: Decimal, total: Decimal) {
        let base = mrp.first { $0.days.contains(day) }!.figure
        let rate = duties[ground]!.first { $0.days.contains(day) }!.figure
        var (exact, total) = (base * rate, Decimal())
        NSDecimalRound(&total, &exact, 2, .plain)
        return (base, rate, total)
    }
}

struct PickupByHand {
    let days: DaysByHand
    /// Days off that fall Monday to Friday, and days at weekends that are worked.
    let off: Set<Date>
    let worked: Set<Date>

    /// The fifteenth working day after a day.
    func readyOn(_ filedOn: Date) -> Date {
        var day = filedOn
        var left = 15
        while left > 0 {
            day = days.calendar.date(byAdding: .day, value: 1, to: day)!
            if days.calendar.isDateInWeekend(day) ? worked.contains(day) : !off.contains(day) { left -= 1 }
        }
        return day
    }
}
