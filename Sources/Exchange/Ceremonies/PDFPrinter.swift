package import Domain
package import Foundation
import Synchronization

/// Why there is no PDF.
package enum PrintingRefusal: Refusal, Equatable {
    case notInstalled
    case failed
    /// As many are kept until they are fetched as there is room for.
    case tooMany
    /// What it shows is another by now: a consent or a name has changed since it was asked for.
    case outdated

    package var code: String {
        switch self {
        case .notInstalled: "no_weasyprint"
        case .failed: "not_printed"
        case .tooMany: "too_many_prints"
        case .outdated: "print_outdated"
        }
    }

    package var kind: RefusalKind { .conflict }

    package var message: String {
        switch self {
        case .notInstalled: "WeasyPrint is not installed, so there is no PDF. Print the pages from the browser."
        case .failed:
            "WeasyPrint could not print the pages, so there is no PDF. Print the pages from the browser."
        case .tooMany: "Many others are being printed, or wait to be fetched. Try again in a while."
        case .outdated: "A consent or a name has changed since this was asked for, so the PDF is gone. Make it anew."
        }
    }
}

/// Makes a tagged PDF (PDF/UA) of pages with WeasyPrint, a program of its own, and tells how far it has come.
package struct PDFPrinter: Sendable {
    private let program: URL

    /// - Parameter path: the directories in which the program is looked for, as `PATH` has them.
    package init(path: String? = nil) throws {
        guard let found = Self.program(in: path) else { throw PrintingRefusal.notInstalled }
        program = URL(fileURLWithPath: found)
    }

    package static func isInstalled(path: String? = nil) -> Bool { program(in: path) != nil }

    private static func program(in path: String?) -> String? {
        let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { "\($0)/weasyprint" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }

    /// Prints a page beside itself, as a file of the same name that ends in `.pdf`.
    ///
    /// - Parameter progress: is told each page of paper once its words are set.
    /// - Returns: the file.
    @discardableResult
    package func print(_ page: URL, _ progress: @escaping @Sendable (_ page: Int) -> Void = { _ in }) async throws
        -> URL
    {
        let file = page.deletingPathExtension().appendingPathExtension("pdf")
        let process = Process()
        process.executableURL = program
        process.arguments = ["--verbose", "--pdf-variant", "pdf/ua-1", page.path, file.path]
        let said = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = said
        let heard = Heard(progress)
        said.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil } else { heard.hear(data) }
        }
        let running = Running(process)
        let status: Int32 = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
                do {
                    try running.start()
                } catch {
                    process.terminationHandler = nil
                    continuation.resume(throwing: PrintingRefusal.failed)
                }
            }
        } onCancel: {
            running.stop()
        }
        said.fileHandleForReading.readabilityHandler = nil
        try Task.checkCancellation()
        guard status == 0 else { throw PrintingRefusal.failed }
        return file
    }

    /// The program under way, which ends when nobody waits for it any more.
    private final class Running: Sendable {
        private struct State {
            var process: Process?
            var isStopped = false
        }
        private let state: Mutex<State>

        init(_ process: sending Process) { state = Mutex(State(process: process)) }

        func start() throws {
            try state.withLock { state in
                guard !state.isStopped else { throw PrintingRefusal.failed }
                try state.process?.run()
            }
        }

        func stop() {
            state.withLock { state in
                state.isStopped = true
                if let process = state.process, process.isRunning { process.terminate() }
            }
        }
    }

    /// Picks the page out of what the program says: `INFO: Step 5 - Creating layout - Page 12`.
    private final class Heard: Sendable {
        private let rest = Mutex("")
        private let progress: @Sendable (Int) -> Void

        init(_ progress: @escaping @Sendable (Int) -> Void) { self.progress = progress }

        func hear(_ data: Data) {
            let pages = rest.withLock { rest in
                rest += String(decoding: data, as: UTF8.self)
                var lines = rest.split(separator: "\n", omittingEmptySubsequences: false)
                rest = String((lines.popLast() ?? "").suffix(1000))
                return lines.compactMap { line in
                    line.contains("Creating layout") ? line.split(separator: " ").last.flatMap { Int($0) } : nil
                }
            }
            for page in pages { progress(page) }
        }
    }
}
