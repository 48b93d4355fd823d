import Domain
import Foundation
import Services

/// A refusal in words for somebody who books for another person: sessions are named by title and time.
struct WordsForOthers {
    let site: WebSite

    func sentence(_ refusal: any Refusal) async throws -> String {
        switch refusal as? BookingRefusal {
        case .clashes(let references):
            let names = try await site.services.programme.names(of: references)
            let others = references.compactMap { names[$0] }.sorted { $0.startsAt < $1.startsAt }
            guard !others.isEmpty else { return refusal.message }
            let words = others.map { "“\($0.title)” (\(StandingWords.when($0)))" }.joined(separator: " and ")
            return "This is at the same time as \(words), where this person has a place or leads."
        case .doFirst(let reference):
            guard let first = try await site.services.programme.names(of: [reference])[reference] else {
                return refusal.message
            }
            return "“\(first.title)” comes first, and this person has no place in it."
        default: return refusal.message
        }
    }
}
