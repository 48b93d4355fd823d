import Synchronization

/// Room for so many who listen to streams of one kind, so that the many of one kind leave those of another theirs.
final class StreamSeats: Sendable {
    /// Room for one, which is free again when nobody holds this any more.
    final class Seat: Sendable {
        private let seats: StreamSeats

        fileprivate init(_ seats: StreamSeats) { self.seats = seats }

        deinit { seats.taken.withLock { $0 -= 1 } }
    }

    private let most: Int
    private let taken = Mutex(0)

    init(most: Int) { self.most = most }

    /// Nil when there are too many.
    func seat() -> Seat? {
        let isFree = taken.withLock { taken in
            guard taken < most else { return false }
            taken += 1
            return true
        }
        return isFree ? Seat(self) : nil
    }
}
