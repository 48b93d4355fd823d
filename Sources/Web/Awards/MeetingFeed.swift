import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// Tells a page of a meeting that what its reader may see has changed, and nothing of what it says: the page is read anew. Who has a
/// conflict with the one who is on hears nothing, as for them nothing changes.
struct MeetingFeed {
    let desk: AwardsDesk

    func answer(_ path: AwardPath, _ context: SignedInContext) async throws -> Response {
        _ = try await desk.awards.meeting(of: path, by: context.actor)
        // Whoever is off the panel is refused by the meeting itself.
        return desk.site.stream(context, pause: .milliseconds(100), told: Meeting?.none) { told, _, _ in
            let now = try await desk.awards.meeting(of: path, by: context.actor)
            guard now != told else { return .nothing }
            told = now
            return .changed
        }
    }
}
