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
