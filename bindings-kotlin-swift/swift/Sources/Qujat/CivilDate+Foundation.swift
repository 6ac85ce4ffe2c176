import Foundation

// A `Date` is an instant, and which day it falls on depends on the place: every way from one to the
// other names its time zone. Foundation's own Gregorian calendar is the Julian one before 1582, so the
// days are counted here.

extension CivilDate {
    /// The day on which an instant falls in a time zone, or `nil` outside the years 1 to 9999.
    ///
    /// A device whose tables of time zones are older than 2024 does not know that Almaty keeps five
    /// hours since then. For the day in Kazakhstan, ask the rulebook, which does.
    public init?(_ date: Date, in timeZone: TimeZone) {
        let seconds = date.timeIntervalSince1970 + TimeInterval(timeZone.secondsFromGMT(for: date))
        let days = (seconds / Self.secondsOfDay).rounded(.down)
        guard let days = Int(exactly: days) else {
            return nil
        }
        self.init(daysSince1970: days)
    }

    /// The first instant of the day in a time zone, or `nil` if the zone's clocks left the day out.
    ///
    /// It is not midnight where clocks are put forward at midnight.
    public func start(in timeZone: TimeZone) -> Date? {
        let utc = Date(timeIntervalSince1970: TimeInterval(epochDays) * Self.secondsOfDay)
        // The clocks that may be in force at that midnight: those of a day before and after.
        let before = utc.addingTimeInterval(-Self.secondsOfDay)
        let after = utc.addingTimeInterval(Self.secondsOfDay)
        var candidates = [before, after].map { clocks in
            utc.addingTimeInterval(-TimeInterval(timeZone.secondsFromGMT(for: clocks)))
        }
        if let change = timeZone.nextDaylightSavingTimeTransition(after: before) {
            candidates.append(change)
        }
        return candidates.filter { CivilDate($0, in: timeZone) == self }.min()
    }

    /// The day of the components `year`, `month` and `day`, as a `DatePicker` or a calendar gives
    /// them. Their time and time zone do not matter.
    ///
    /// `nil` if one of the three is missing, if there is no such day, and if their calendar or era is
    /// not the Gregorian one of our days.
    public init?(_ components: DateComponents) {
        let calendars: [Calendar.Identifier] = [.gregorian, .iso8601]
        guard let year = components.year, let month = components.month, let day = components.day,
            components.era ?? 1 == 1,
            components.calendar.map({ calendars.contains($0.identifier) }) ?? true
        else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    /// The components `year`, `month` and `day`, without a calendar and without a time zone.
    public var dateComponents: DateComponents {
        let (year, month, day) = parts
        return DateComponents(year: year, month: month, day: day)
    }

    private static let secondsOfDay: TimeInterval = 86_400
}
