internal import CLibEdit
import Glibc
import Synchronization

/// Reads lines from a terminal with libedit: editing, history, completion by Tab. Ctrl-C clears the line.
///
/// libedit keeps its state in globals, so there is one editor in a process, and `read` is called from one thread only.
enum LineEditor {
    /// What Tab does with the text before the cursor; nil inserts nothing.
    typealias Completer = @Sendable (_ beforeCursor: String) -> Completion

    private static let completer = Mutex<Completer?>(nil)
    private static let wasInterrupted = Atomic(false)

    /// What is written besides the line itself goes here.
    private static let screen = Mutex(STDERR_FILENO)

    /// Call once, on the thread that will read.
    ///
    /// - Parameter terminal: another terminal than the process's own.
    static func begin(history: [String], terminal: Int32? = nil, completer: @escaping Completer) {
        self.completer.withLock { $0 = completer }
        if setlocale(LC_CTYPE, "") == nil || !isUTF8 { setlocale(LC_CTYPE, "C.UTF-8") }
        if let terminal, let file = fdopen(terminal, "r+") {
            practiceweek_edit_on(file)
            screen.withLock { $0 = terminal }
        } else {
            practiceweek_edit_on_standard_error()
        }
        using_history()
        rl_initialize()
        stifle_history(1000)
        // While a line is typed Ctrl-C is a key like others; while a command runs it is a signal.
        practiceweek_before_each_line { rl_parse_and_bind("setty -d -isig") }
        rl_add_defun("practiceweek-interrupt", { _, _ in LineEditor.interrupt() }, 3)
        rl_add_defun("practiceweek-complete", { _, _ in LineEditor.complete() }, 9)
        for line in history { add_history(line) }
    }

    static func read(prompt: String) -> LineEvent {
        wasInterrupted.store(false, ordering: .relaxed)
        guard let line = readline(prompt) else {
            if wasInterrupted.load(ordering: .relaxed) { return .interrupted }
            write("\n")
            return .ended
        }
        defer { free(line) }
        guard let text = String(validatingCString: line) else { return .unreadable("The line is not UTF-8 text.") }
        return .line(text)
    }

    /// Makes a line recallable with the arrow keys.
    static func remember(_ line: String) {
        add_history(line)
    }

    private static func interrupt() -> Int32 {
        wasInterrupted.store(true, ordering: .relaxed)
        write("^C\n")
        practiceweek_end_line()
        return 0
    }

    private static func complete() -> Int32 {
        guard let line = practiceweek_line(), let completer = completer.withLock({ $0 }) else { return 0 }
        let bytes = UnsafeBufferPointer(start: line, count: strlen(line)).prefix(max(0, Int(practiceweek_cursor())))
        let completion = completer(String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self))
        if !completion.insertion.isEmpty { rl_insert_text(completion.insertion) }
        if !completion.choices.isEmpty {
            write("\n" + completion.listing(width: columns()))
            rl_on_new_line()
        } else if completion.insertion.isEmpty {
            write("\u{7}")
        }
        rl_forced_update_display()
        return 0
    }

    private static func columns() -> Int {
        var size = winsize()
        return ioctl(screen.withLock { $0 }, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    private static var isUTF8: Bool {
        nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
    }

    private static func write(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(screen.withLock { $0 }, $0.baseAddress, $0.count) }
    }
}
