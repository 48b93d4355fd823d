package import Domain
package import Postgres

extension ID: PostgresWrapper {}
extension Role: PostgresEnum {}
extension Event.State: PostgresEnum {}
extension Session.State: PostgresEnum {}
extension BookingState: PostgresEnum {}
extension Channel: PostgresEnum {}
extension MessageTemplate: PostgresEnum {}
extension PersonalRecord.WayIn.Kind: PostgresEnum {}

extension Day: PostgresValue {
    package static var postgresType: PostgresType { PostgresDay.postgresType }
    package static var sample: Day { Day(number: 0) }

    package func encode(into bytes: inout ByteWriter) {
        PostgresDay(daysSinceEpoch: number).encode(into: &bytes)
    }

    package static func decode(_ bytes: UnsafeRawBufferPointer?, type: PostgresType) throws(PostgresError) -> Day {
        Day(number: try PostgresDay.decode(bytes, type: type).daysSinceEpoch)
    }
}

extension Parameters {
    /// Appends several values in order.
    mutating func bind<each Value: PostgresValue>(_ values: repeat each Value) {
        repeat append(each values)
    }

    /// The two parameters that every right is decided by: who asks, and whether it is the operator or the system.
    mutating func bind(actor: Actor) {
        bind(actor.person, actor.isTrusted)
    }
}
