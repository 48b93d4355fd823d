/// A "no" of the console itself, with the exit code it ends a script with.
struct ConsoleProblem: Error, Equatable {
    let message: String
    let exitCode: Int32

    init(_ message: String, exitCode: Int32 = 1) {
        self.message = message
        self.exitCode = exitCode
    }

    /// What was typed is no command.
    static func usage(_ message: String) -> ConsoleProblem {
        ConsoleProblem(message, exitCode: 2)
    }
}
