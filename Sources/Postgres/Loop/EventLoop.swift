import Foundation
import Synchronization

/// The door to the one thread that owns every socket. Work is handed over as jobs, which run on that thread in order;
/// a batch of jobs costs one wake-up.
final class EventLoop: Sendable {
    typealias Job = @Sendable (LoopCore) -> Void

    private struct Inbox {
        var jobs: [Job] = []
        var isClosed = false
    }

    private let inbox: Mutex<Inbox>
    let wakeUp: WakeUp?
    private let leaseNumbers = Atomic<UInt64>(0)

    init() {
        wakeUp = WakeUp()
        inbox = Mutex(Inbox(isClosed: wakeUp == nil))
    }

    /// Starts the thread. It ends when the core has shut down.
    func start(_ make: @escaping @Sendable (EventLoop) -> LoopCore) {
        Thread.detachNewThread { [self] in
            let core = make(self)
            core.run()
        }
    }

    func newLease() -> LeaseID { LeaseID(number: leaseNumbers.add(1, ordering: .relaxed).newValue) }

    /// False when the loop has ended: the job will never run.
    @discardableResult
    func submit(_ job: @escaping Job) -> Bool {
        inbox.withLock { inbox in
            guard !inbox.isClosed else { return false }
            inbox.jobs.append(job)
            if inbox.jobs.count == 1 { wakeUp?.signal() }
            return true
        }
    }

    /// Called on the loop's thread.
    func takeJobs() -> [Job] {
        inbox.withLock { inbox in
            guard !inbox.jobs.isEmpty else { return [] }
            wakeUp?.reset()
            let jobs = inbox.jobs
            inbox.jobs = []
            return jobs
        }
    }

    /// Takes no further job and gives back those that have not run. Called on the loop's thread as its last act.
    func end() -> [Job] {
        inbox.withLock { inbox in
            inbox.isClosed = true
            wakeUp?.close()
            let jobs = inbox.jobs
            inbox.jobs = []
            return jobs
        }
    }
}
