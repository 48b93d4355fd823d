package import Domain
import Postgres
import Store

extension Services {
    /// How busy the database and its connections are, for whoever watches the server.
    package struct Load: Sendable {
        package struct Pool: Sendable {
            package let inUse: Int
            package let waiting: Int
            package let capacity: Int
            package let reads: Int
        }

        /// Nil once the connections are closed.
        package let pool: Pool?
        /// Nil when the database does not answer.
        package let bookings: [BookingState: Int]?
    }

    package func load() async -> Load {
        let pool = await house.database.load().map {
            Load.Pool(inUse: $0.inUse, waiting: $0.waiting, capacity: $0.capacity, reads: $0.reads)
        }
        let counts = try? await house.read(CountBookings())
        return Load(
            pool: pool,
            bookings: counts.map {
                Dictionary($0.map { ($0.state, $0.count) }, uniquingKeysWith: { first, _ in first })
            })
    }
}
