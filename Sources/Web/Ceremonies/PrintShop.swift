import Domain
import Exchange
import Foundation
import Services
import Synchronization

/// PDF files that take their time, one after the other. They hold names, and winners before they are announced: a file is kept in this
/// server's memory alone, until it was fetched or an hour has passed, and nothing of it stays on the disk.
final class PrintShop: Sendable {
    enum State: Sendable, Equatable {
        /// With how many pages are done.
        case printing(Int)
        case ready
        case failed(PrintingRefusal)
    }

    struct Job: Sendable {
        let id: String
        let person: ID<Person>
        let printed: PrintablePaper
        fileprivate(set) var state = State.printing(0)
        fileprivate var file: Data?
        fileprivate let askedAt: ContinuousClock.Instant

        var ceremony: String { printed.ceremony }
        var sheets: Int? { printed.sheets }
    }

    private struct Board {
        var jobs: [Job] = []
        var isStopped = false
    }

    private static let longest = Duration.seconds(3600)
    private static let longestPrinting = Duration.seconds(600)
    private static let most = 20
    private static let pause = Duration.milliseconds(100)

    private let board = Mutex(Board())
    /// Where WeasyPrint is looked for; nil is the program's own `PATH`.
    private let path: String?

    init(path: String?) { self.path = path }

    var canPrint: Bool { PDFPrinter.isInstalled(path: path) }

    /// Takes an order in; an older one of the same person for the same paper is given up.
    func ask(_ printed: PrintablePaper, by person: ID<Person>, id: String) throws -> String {
        guard canPrint else { throw PrintingRefusal.notInstalled }
        try board.withLock { board in
            board.jobs.removeAll {
                $0.person == person && $0.ceremony == printed.ceremony && $0.printed.paper == printed.paper
            }
            guard board.jobs.count < Self.most else { throw PrintingRefusal.tooMany }
            board.jobs.append(Job(id: id, person: person, printed: printed, askedAt: .now))
        }
        return id
    }

    /// Whoever asked finds their own, and nobody else anything.
    func job(_ id: String, of ceremony: String, by person: ID<Person>?) -> Job? {
        board.withLock { $0.jobs.first { $0.id == id && $0.ceremony == ceremony && $0.person == person } }
    }

    /// The file, which is gone with this.
    func take(_ id: String) -> Data? {
        board.withLock { board in
            guard let index = board.jobs.firstIndex(where: { $0.id == id }) else { return nil }
            return board.jobs.remove(at: index).file
        }
    }

    /// Prints what is asked for until it is cancelled.
    func run() async throws {
        while true {
            forgetOld()
            if let job = board.withLock({ $0.jobs.first { $0.state == .printing(0) } }) {
                await print(job)
            } else {
                try await Task.sleep(for: Self.pause)
            }
            try Task.checkCancellation()
        }
    }

    private func forgetOld() {
        board.withLock { $0.jobs.removeAll { ContinuousClock.now - $0.askedAt > Self.longest } }
    }

    private func print(_ job: Job) async {
        do {
            let file = try await withThrowingTaskGroup(of: Data?.self) { group in
                group.addTask { try await self.file(job) }
                group.addTask {
                    try await Task.sleep(for: Self.longestPrinting)
                    return nil
                }
                let first = try await group.next() ?? nil
                group.cancelAll()
                return first
            }
            guard let file else { throw PrintingRefusal.failed }
            change(job.id) { job in
                job.file = file
                job.state = .ready
            }
        } catch {
            change(job.id) { $0.state = .failed(error as? PrintingRefusal ?? .failed) }
        }
    }

    private func file(_ job: Job) async throws -> Data {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("print-\(job.id)")
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: directory) }
        let page = directory.appendingPathComponent("\(job.printed.paper.rawValue).html")
        let stylesheet = job.printed.stylesheet
        try Data(stylesheet.text.utf8).write(to: directory.appendingPathComponent(stylesheet.name))
        try Data(job.printed.page).write(to: page)
        let file = try await PDFPrinter(path: path).print(page) { done in
            self.change(job.id) { job in
                if case .printing(let before) = job.state {
                    job.state = .printing(max(before, min(done, job.sheets ?? done)))
                }
            }
        }
        return try Data(contentsOf: file)
    }

    private func change(_ id: String, _ body: (inout Job) -> Void) {
        board.withLock { board in
            guard let index = board.jobs.firstIndex(where: { $0.id == id }) else { return }
            body(&board.jobs[index])
        }
    }
}
