/// A value of a closed vocabulary, such as ``Code`` or ``Language``. It prints as its spelling, which is the
/// same in all languages and in JSON, and is read from it: `Code("TOO_EARLY")`.
public protocol Word: CaseIterable, LosslessStringConvertible, Codable, Hashable, Sendable {
    /// The stable spelling.
    func spelling() -> String
}

extension Word {
    /// The value with this spelling; `nil` for an unknown one.
    public init?(_ spelling: String) {
        guard let value = Self.allCases.first(where: { $0.spelling() == spelling }) else {
            return nil
        }
        self = value
    }

    public var description: String { spelling() }

    /// Reads the spelling.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no word of \(Self.self)")
        }
        self = value
    }

    /// Writes the spelling.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(spelling())
    }
}
