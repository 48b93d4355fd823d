package import Domain
import Foundation
import Store

extension PeopleService {
    /// Whom somebody may have meant by a name, part of one, or the beginning of an address: the exact name first, at most
    /// twenty. For those who schedule.
    package func people(meant typed: String, by actor: Actor, in work: Work? = nil) async throws -> [Person] {
        try await AccessService(house: house).require([.staff, .admin], actor, to: "look people up", in: work)
        let text = try FreeText.line(typed, "a name or an email address", longest: 200)
        return try await house.read(PeopleNamed(actor, text: text, limit: 20), in: work)
    }
}
