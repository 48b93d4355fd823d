/// What PostgreSQL writes into `postmaster.pid` while it runs: one fact per line, the state on the eighth. The file
/// grows while the server starts, so the later lines may be missing.
struct PostmasterFile: Equatable, Sendable {
    enum State: Sendable {
        case starting, ready, stopping
    }

    let pid: Int32
    let state: State

    /// Nil for text that no server wrote: no positive process number on the first line.
    init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.trimmed }
        guard let first = lines.first, let pid = Int32(first), pid > 1 else { return nil }
        self.pid = pid
        state =
            switch lines.count > 7 ? lines[7] : "" {
            case "ready", "standby": .ready
            case "stopping": .stopping
            default: .starting
            }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0 == " " }
        guard let end = start.lastIndex(where: { $0 != " " }) else { return "" }
        return start[...end]
    }
}
