import Foundation
import Glibc

/// Where a console reads and writes. Answers go to `out`, everything that is said to a person to `error`.
package struct ConsoleStreams: Sendable {
    package var out: @Sendable (String) -> Void
    package var error: @Sendable (String) -> Void
    /// Lines of standard input, when it is no terminal.
    package var input: @Sendable () -> (any LineInput)
    /// Whether somebody sits there and types.
    package var isInteractive: Bool
    /// The terminal's width when answers go to one.
    package var width: @Sendable () -> Int?

    package init(
        out: @escaping @Sendable (String) -> Void, error: @escaping @Sendable (String) -> Void,
        input: @escaping @Sendable () -> (any LineInput), isInteractive: Bool, width: @escaping @Sendable () -> Int?
    ) {
        self.out = out
        self.error = error
        self.input = input
        self.isInteractive = isInteractive
        self.width = width
    }

    /// The process's own.
    package static var standard: ConsoleStreams {
        ConsoleStreams(
            out: { write($0, to: STDOUT_FILENO) }, error: { write($0, to: STDERR_FILENO) },
            input: {
                let lines = DescriptorLines(STDIN_FILENO)
                return LineThread(name: "standard input") { _ in lines.next() }
            },
            isInteractive: isatty(STDIN_FILENO) == 1, width: { isatty(STDOUT_FILENO) == 1 ? terminalWidth() : nil })
    }

    /// All of it, or as much as the reader at the other end takes.
    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR, errno != EAGAIN {
                return
            }
        }
    }

    private static func terminalWidth() -> Int? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
