import Foundation

extension Rulebook {
    /// The civil date in Kazakhstan at an instant; the device's clock and tables of time zones do not
    /// matter.
    public func civilDate(at instant: Date) throws -> CivilDate {
        guard let moment = Moment(instant) else {
            throw QujatError.Refused(problems: [Problem(code: .momentInvalid, severity: .error, pointer: "", params: [:], source: nil)])
        }
        return try civilTime(moment: moment).day
    }
}

extension Decision {
    /// `true` if the card can be renewed online.
    public var isEligible: Bool {
        if case .eligible = self { true } else { false }
    }
}
