/// A text about a person, such as an IIN. Printed, dumped and in a debugger it is masked; only ``text``
/// gives it whole.
public protocol PersonalText: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The text, whole. Not for logs.
    var text: String { get }
}

extension PersonalText {
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// An individual identification number, 12 digits. Personal data: it prints as `**********07`.
public struct Iin: PersonalText {
    public let text: String

    /// A number that ``parseIin(text:)`` or a rulebook has read. Another text is refused by every call
    /// that it is given to.
    public init(text: String) {
        self.text = text
    }

    public var description: String { "**********" + text.suffix(2) }
}

/// The number of an identity card, 9 digits. Personal data: it prints as `*******89`.
public struct CardNumber: PersonalText {
    public let text: String

    /// A number that ``parseCardNumber(text:)`` has read. Another text is refused by every call that it
    /// is given to.
    public init(text: String) {
        self.text = text
    }

    public var description: String { "*******" + text.dropFirst(7) }
}

/// The number of a passport. Personal data: it prints as `*******89`.
public struct PassportNumber: PersonalText {
    public let text: String

    /// A number that ``parsePassportNumber(text:)`` has read. Another text is refused by every call that
    /// it is given to.
    public init(text: String) {
        self.text = text
    }

    public var description: String { "*******" + text.dropFirst(7) }
}

/// A mobile phone number in E.164, such as `+77011234567`. Personal data: it prints as `+7********67`.
public struct Phone: PersonalText {
    public let text: String

    /// A number that ``Rulebook/parsePhone(text:on:)`` has read. Another text is refused by every call
    /// that it is given to.
    public init(text: String) {
        self.text = text
    }

    public var description: String { text.prefix(2) + "********" + text.suffix(2) }
}

/// An e-mail address. Personal data: it prints as `a***@***.kz`.
public struct EmailAddress: PersonalText {
    public let text: String

    /// An address that ``Rulebook/parseEmail(text:on:)`` has read. Another text is refused by every call
    /// that it is given to.
    public init(text: String) {
        self.text = text
    }

    public var description: String {
        text.prefix(1) + "***@***." + (text.split(separator: ".").last ?? "")
    }
}

/// A surname, given name or patronymic. Personal data: it prints as `***`.
public struct PersonName: PersonalText {
    public let text: String

    /// A name that ``Rulebook/parseName(text:on:)`` has read. Another text is refused by every call that
    /// it is given to.
    public init(text: String) {
        self.text = text
    }

    public var description: String { "***" }
}
