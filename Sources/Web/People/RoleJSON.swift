import Domain
import Foundation
import Services

/// A role from a day to a day, as the API tells it.
struct RoleJSON {
    let grant: RoleGrant
    /// Their address.
    let person: String
    /// Taken away before it began: it is in no list any more.
    var isWithdrawn = false

    var bytes: [UInt8] {
        var json = JSONWriter(capacity: 256)
        write(to: &json)
        return json.bytes
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("id", grant.id.uuidString.lowercased())
            json.member("person", person)
            json.member("role", grant.role.rawValue)
            json.member("standing", isWithdrawn ? "withdrawn" : "\(grant.standing)")
            json.member("from", grant.firstDay.iso)
            json.member("until", grant.lastDay?.iso)
        }
    }

    static let roles: JSONValue = .array(
        [Domain.Role.practitioner, .manager, .staff, .admin, .councillor].map { .text($0.rawValue) })

    static let schema: JSONValue = [
        "type": "object", "required": ["id", "person", "role", "standing", "from", "until"],
        "properties": [
            "id": ["type": "string", "format": "uuid"], "person": ["type": "string", "format": "email"],
            "role": ["type": "string", "enum": roles],
            "standing": ["type": "string", "enum": ["coming", "held", "over", "withdrawn"]],
            "from": ["type": "string", "format": "date", "description": "The first day."],
            "until": [
                "type": ["string", "null"], "format": "date",
                "description": "The last day; null: until it is taken away.",
            ],
        ],
    ]
}
