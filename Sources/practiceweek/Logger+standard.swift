import Logging

extension Logger {
    /// Structured lines on standard error, without personal data.
    static func standard(level: Logger.Level) -> Logger {
        Logger(label: "practiceweek") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
    }
}
