/// Something that gives one line after the other.
package protocol LineInput: Sendable {
    /// - Parameter prompt: shown to a person who types.
    func line(prompt: String) async -> LineEvent
}

package enum LineEvent: Sendable, Equatable {
    case line(String)
    /// Ctrl-C: what was typed is thrown away.
    case interrupted
    case ended
    /// Not UTF-8, or longer than anybody types.
    case unreadable(String)
}
