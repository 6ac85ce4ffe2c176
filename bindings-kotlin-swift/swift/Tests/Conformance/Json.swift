import Foundation

/// A JSON value. Foundation's own reader loses the order of fields, in which problems are told, and the
/// writing of numbers.
public enum Json: Equatable, Sendable {
    case null
    case bool(Bool)
    /// A number as it is written.
    case number(String)
    case string(String)
    case array([Json])
    case object([Field])

    public struct Field: Equatable, Sendable {
        public let name: String
        public let value: Json

        public init(_ name: String, _ value: Json) {
            (self.name, self.value) = (name, value)
        }
    }

    public struct Malformed: Error {
        let offset: Int
    }

    public static func integer(_ value: some BinaryInteger) -> Json {
        .number(String(value))
    }

    public init(_ data: Data) throws {
        var reader = Reader(bytes: Array(data))
        self = try reader.value()
        try reader.end()
    }

    /// A field of an object; `nil` if it is not there or null.
    public subscript(name: String) -> Json? {
        guard case .object(let fields) = self else { return nil }
        return fields.last { $0.name == name }.map(\.value).flatMap { $0 == .null ? nil : $0 }
    }

    public var string: String? { if case .string(let text) = self { text } else { nil } }
    public var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }
    public var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
    public var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }
    public var array: [Json]? { if case .array(let items) = self { items } else { nil } }
    public var fields: [Field]? { if case .object(let fields) = self { fields } else { nil } }

    /// This value as JSON text, without spaces; only what must be is escaped.
    public var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let items): "[" + items.map(\.text).joined(separator: ",") + "]"
        case .object(let fields):
            "{" + fields.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out += "\\\(scalar)"
            case "\u{08}": out += "\\b"
            case "\t": out += "\\t"
            case "\n": out += "\\n"
            case "\u{0C}": out += "\\f"
            case "\r": out += "\\r"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    /// `true` if everything expected is there: fields that are left out of an expected object are not
    /// compared, and an absent value is null; lists are compared whole.
    public func matches(_ found: Json) -> Bool {
        switch (self, found) {
        case (.array(let wanted), .array(let items)):
            wanted.count == items.count && zip(wanted, items).allSatisfy { $0.matches($1) }
        case (.object(let wanted), .object):
            wanted.allSatisfy { $0.value.matches(found[$0.name] ?? .null) }
        case (.number(let wanted), .number(let number)):
            wanted == number || Double(wanted) == Double(number)
        default:
            self == found
        }
    }
}

private struct Reader {
    let bytes: [UInt8]
    var at = 0

    private var malformed: Json.Malformed { Json.Malformed(offset: at) }

    private mutating func space() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) {
            at += 1
        }
    }

    mutating func end() throws {
        space()
        guard at == bytes.count else { throw malformed }
    }

    /// `true` if this character comes next; it is then read.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        space()
        guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws {
        guard take(character) else { throw malformed }
    }

    mutating func value() throws -> Json {
        if take("{") { return try object() }
        if take("[") { return try array() }
        if take("\"") { return .string(try string()) }
        for (word, value) in [("null", Json.null), ("true", .bool(true)), ("false", .bool(false))]
        where bytes[at...].starts(with: word.utf8) {
            at += word.utf8.count
            return value
        }
        let start = at
        while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) {
            at += 1
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard Double(text) != nil else { throw malformed }
        return .number(text)
    }

    private mutating func object() throws -> Json {
        var fields: [Json.Field] = []
        if take("}") { return .object([Json.Field]()) }
        repeat {
            try expect("\"")
            let name = try string()
            try expect(":")
            fields.append(Json.Field(name, try value()))
        } while take(",")
        try expect("}")
        return .object(fields)
    }

    private mutating func array() throws -> Json {
        var items: [Json] = []
        if take("]") { return .array([]) }
        repeat {
            items.append(try value())
        } while take(",")
        try expect("]")
        return .array(items)
    }

    /// The text up to the closing quotation mark. Foundation reads its escapes.
    private mutating func string() throws -> String {
        let start = at
        var isPlain = true
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            let isEscape = bytes[at] == UInt8(ascii: "\\")
            isPlain = isPlain && !isEscape
            at += isEscape ? 2 : 1
        }
        guard at < bytes.count else { throw malformed }
        let inside = bytes[start..<at]
        at += 1
        if isPlain {
            return String(decoding: inside, as: UTF8.self)
        }
        return try JSONDecoder().decode(String.self, from: Data([0x22] + inside + [0x22]))
    }
}
