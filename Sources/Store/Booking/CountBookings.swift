package import Domain
package import Postgres

/// How many bookings there are in each state.
package struct CountBookings: Statement {
    package static let sql = "select state, count(*) from booking group by state"

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> (state: BookingState, count: Int) {
        (try row.next(), try row.next())
    }
}
