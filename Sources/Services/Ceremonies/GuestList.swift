import Domain
import Store

/// The guests of one ceremony, to find somebody again: by address, or without one by name and party. A young person is found by what
/// they are called alone, so that a list that was exported finds them.
struct GuestList {
    private var byEmail: [String: GuestKeys.Found] = [:]
    private var byName: [String: GuestKeys.Found] = [:]
    private var young: [String: GuestKeys.Found] = [:]

    init(_ guests: [GuestKeys.Found]) {
        for guest in guests { add(guest) }
    }

    mutating func add(_ guest: GuestKeys.Found) {
        if let email = guest.email {
            byEmail[email] = guest
        } else if let name = guest.name, guest.kind == .young {
            young[name.lowercased()] = guest
        } else if let name = guest.name {
            byName[Self.key(name, guest.party)] = guest
        }
    }

    func find(name: String, email: String?, party: Int) -> GuestKeys.Found? {
        if let email { return byEmail[email] }
        return young[name.lowercased()] ?? byName[Self.key(name, party)]
    }

    /// As the database compares names.
    static func key(_ name: String, _ party: Int) -> String { "\(party) \(name.lowercased())" }
}
