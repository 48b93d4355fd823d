import Glibc

/// The descriptors that the loop waits for: some twenty at most. Swift's Glibc module has poll(2) and no epoll.
struct Poller {
    struct Events: OptionSet {
        let rawValue: Int16
        static let readable = Events(rawValue: Int16(POLLIN))
        static let writable = Events(rawValue: Int16(POLLOUT))
        /// Reported whether or not it is waited for.
        static let failed = Events(rawValue: Int16(POLLHUP | POLLERR | POLLNVAL))
    }

    private var descriptors: [pollfd] = []
    private var numbers: [UInt64] = []

    mutating func add(_ descriptor: Int32, number: UInt64, _ events: Events) {
        descriptors.append(pollfd(fd: descriptor, events: events.rawValue, revents: 0))
        numbers.append(number)
    }

    mutating func change(number: UInt64, _ events: Events) {
        guard let index = numbers.firstIndex(of: number) else { return }
        descriptors[index].events = events.rawValue
    }

    mutating func remove(number: UInt64) {
        guard let index = numbers.firstIndex(of: number) else { return }
        descriptors.remove(at: index)
        numbers.remove(at: index)
    }

    /// Waits for at most so many milliseconds, -1 for ever, and answers what is ready.
    mutating func wait(_ milliseconds: Int32, into ready: inout [(number: UInt64, events: Events)]) {
        ready.removeAll(keepingCapacity: true)
        guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return }
        for index in descriptors.indices where descriptors[index].revents != 0 {
            ready.append((numbers[index], Events(rawValue: descriptors[index].revents)))
        }
    }
}

/// Wakes the loop from any thread: a pipe to itself.
struct WakeUp: Sendable {
    let reading: Int32
    private let writing: Int32

    /// Nil when there are no descriptors left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0, let first = ends.first, let last = ends.last else { return nil }
        reading = first
        writing = last
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    func signal() {
        var byte: UInt8 = 1
        _ = write(writing, &byte, 1)
    }

    func reset() {
        var byte: UInt8 = 0
        _ = read(reading, &byte, 1)
    }

    func close() {
        _ = Glibc.close(reading)
        _ = Glibc.close(writing)
    }
}
