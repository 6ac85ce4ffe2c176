import Foundation
import Testing

@testable import Qujat

private func zone(_ name: String) -> TimeZone {
    TimeZone(identifier: name)!
}

private func utc(_ text: String) -> Date {
    ISO8601DateFormatter().date(from: text)!
}

@Suite struct CivilDateTests {
    @Test func endsAreThoseOfTheCalendar() {
        #expect(CivilDate.min.description == "0001-01-01")
        #expect(CivilDate.max.description == "9999-12-31")
        #expect(CivilDate.min == CivilDate(year: 1, month: 1, day: 1))
        #expect(CivilDate.max == CivilDate(year: 9999, month: 12, day: 31))
        #expect(CivilDate(daysSince1970: -719_163) == nil)
        #expect(CivilDate(daysSince1970: 2_932_897) == nil)
        #expect(CivilDate(daysSince1970: 0)?.description == "1970-01-01")
    }

    /// Every day there is follows the one before by the calendar's rules, written down once more.
    @Test func allDaysFollowEachOther() {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (days, weekday) = (-719_162, 1)
        for year in 1...9999 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            for (index, length) in lengths.enumerated() {
                for day in 1...(index == 1 && isLeap ? 29 : length) {
                    let date = CivilDate(daysSince1970: days)
                    guard let date, date.year == year, date.month == index + 1, date.day == day,
                        date.weekday == weekday, CivilDate(year: year, month: index + 1, day: day) == date
                    else {
                        Issue.record("day \(days) is not \(year)-\(index + 1)-\(day)")
                        return
                    }
                    days += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
        #expect(days == 2_932_897)
    }

    @Test func daysThatAreNotThereAreNone() {
        for (year, month, day) in [
            (2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 0, 1), (2025, 13, 1), (2025, 1, 0), (0, 1, 1),
            (10_000, 1, 1), (-1, 1, 1), (2025, Int.max, 1), (2025, 1, Int.min),
        ] {
            #expect(CivilDate(year: year, month: month, day: day) == nil, "\(year)-\(month)-\(day)")
        }
        #expect(CivilDate(year: 2000, month: 2, day: 29) != nil)
    }

    @Test func textIsTenCharacters() {
        #expect(CivilDate("2026-03-01")?.description == "2026-03-01")
        for bad in [
            "", "2026-3-1", "2026-03-01 ", " 2026-03-01", "2026/03/01", "2025-02-29", "0000-01-01", "+026-03-01",
            "-026-03-01", "2026-03-1a", "٢٠٢٦-٠٣-٠١", "2026-03-01T00:00:00Z", "20260301",
        ] {
            #expect(CivilDate(bad) == nil, "\(bad)")
        }
    }

    @Test func arithmeticStopsAtTheEnds() {
        let expires = CivilDate("2025-11-10")!
        #expect(expires.advanced(byDays: -30).description == "2025-10-11")
        #expect(expires.advanced(byDays: 10).description == "2025-11-20")
        #expect(expires.days(until: CivilDate("2025-10-11")!) == -30)
        #expect(CivilDate.max.advanced(byDays: 1) == .max)
        #expect(CivilDate.max.advanced(byDays: Int.max) == .max)
        #expect(CivilDate.min.advanced(byDays: Int.min) == .min)
        #expect(CivilDate.min.days(until: .max) == 3_652_058)
        #expect(CivilDate.min < .max)
        #expect(Set([expires, CivilDate("2025-11-10")!]).count == 1)
    }

    @Test func codesAsText() throws {
        let day = CivilDate("2026-03-01")!
        let json = try JSONEncoder().encode([day])
        #expect(String(decoding: json, as: UTF8.self) == #"["2026-03-01"]"#)
        #expect(try JSONDecoder().decode([CivilDate].self, from: json) == [day])
        for bad in [#"["2026-02-29"]"#, "[1]"] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode([CivilDate].self, from: Data(bad.utf8))
            }
        }
        #expect("\(day)" == "2026-03-01" && String(reflecting: day) == "2026-03-01")
    }

    @Test func anInstantIsADayOnlyInAPlace() {
        let late = utc("2026-02-28T20:30:00Z")
        #expect(CivilDate(late, in: TimeZone(secondsFromGMT: 5 * 3_600)!)?.description == "2026-03-01")
        #expect(CivilDate(late, in: .gmt)?.description == "2026-02-28")
        #expect(CivilDate(late, in: zone("America/New_York"))?.description == "2026-02-28")
        #expect(CivilDate(Date(timeIntervalSince1970: -0.5), in: .gmt)?.description == "1969-12-31")
        for far in [-1e12, 1e12, 1e300, -.infinity, .infinity] {
            #expect(CivilDate(Date(timeIntervalSince1970: far), in: .gmt) == nil)
        }
    }

    /// Foundation puts the Julian calendar before 1582; the library, as ISO 8601, does not.
    @Test func oldDaysAreGregorian() {
        let old = CivilDate("1500-03-01")!
        #expect(old.start(in: .gmt)?.timeIntervalSince1970 == -14_826_672_000)
        #expect(CivilDate(old.start(in: .gmt)!, in: .gmt) == old)
    }

    @Test func theStartOfADayIsItsFirstInstant() {
        let almaty = TimeZone(secondsFromGMT: 5 * 3_600)!
        #expect(CivilDate("2026-03-01")!.start(in: almaty) == utc("2026-02-28T19:00:00Z"))
        #expect(CivilDate("2021-03-27")!.start(in: zone("America/Asuncion")) == utc("2021-03-27T03:00:00Z"))
        // At that day's end Paraguay put its clocks back to 23:00: the next one began an hour later.
        #expect(CivilDate("2021-03-28")!.start(in: zone("America/Asuncion")) == utc("2021-03-28T04:00:00Z"))
        // Beirut puts its clocks forward at midnight, so the day begins at one o'clock.
        #expect(CivilDate("2021-03-28")!.start(in: zone("Asia/Beirut")) == utc("2021-03-27T22:00:00Z"))
        // Samoa left out a whole day when it moved across the date line.
        #expect(CivilDate("2011-12-30")!.start(in: zone("Pacific/Apia")) == nil)
    }

    @Test(arguments: ["Asia/Almaty", "Asia/Aqtau", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu"])
    func startsComeBack(name: String) {
        let place = zone(name)
        for days in stride(from: -30_000, through: 40_000, by: 7) {
            let day = CivilDate(daysSince1970: days)!
            let start = day.start(in: place)
            #expect(start.flatMap { CivilDate($0, in: place) } == day, "\(day)")
            #expect(start.flatMap { CivilDate($0.addingTimeInterval(-1), in: place) } != day, "\(day)")
        }
    }

    @Test func componentsHaveNoZone() {
        let day = CivilDate("2026-03-01")!
        #expect(day.dateComponents == DateComponents(year: 2026, month: 3, day: 1))
        var components = DateComponents(timeZone: zone("Pacific/Auckland"), year: 2026, month: 3, day: 1, hour: 1)
        #expect(CivilDate(components) == day)
        components.calendar = Calendar(identifier: .iso8601)
        #expect(CivilDate(components) == day)
        components.calendar = Calendar(identifier: .islamic)
        #expect(CivilDate(components) == nil)
        #expect(CivilDate(DateComponents(era: 0, year: 26, month: 3, day: 1)) == nil)
        #expect(CivilDate(DateComponents(year: 2026, month: 3)) == nil)
        #expect(CivilDate(DateComponents(year: 2026, month: 2, day: 29)) == nil)
    }
}
