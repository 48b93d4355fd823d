package import Domain
import Foundation
import Postgres
import Store

/// Changing a scheme while it is a draft, and making next year's of this year's.
extension AwardsService {
    /// Changes everything of a draft but its address.
    package func changeScheme(
        _ slug: String, to new: NewScheme, by actor: Actor, in work: Work? = nil
    ) async throws -> Scheme {
        try await house.within(work) { work in
            let scheme = try await draft(slug, actor, work)
            let changed = try checked(new)
            try await work.transaction.run(UpdateScheme(scheme.id, changed))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "scheme.change", "scheme:\(scheme.slug)",
                        before: .object(["title": scheme.title, "closes_at": London.rfc3339(scheme.closesAt)]),
                        after: .object(["title": changed.title, "closes_at": London.rfc3339(changed.closesAt)]))
                ])
            return try await self.scheme(scheme.slug, by: actor, in: work)
        }
    }

    /// Changes everything of a draft's category but its address.
    package func changeCategory(
        _ path: AwardPath, to new: NewCategory, by actor: Actor, in work: Work? = nil
    ) async throws -> AwardCategory {
        try await house.within(work) { work in
            let scheme = try await draft(path.scheme, actor, work)
            let path = AwardPath(scheme: scheme.slug, part: path.part)
            let category = try await self.category(path, by: actor, in: work)
            let changed = try checked(new)
            try await work.transaction.run(UpdateCategory(category.id, changed))
            if changed.bands != category.bands {
                try await work.transaction.run(DeleteBands(category.id))
                if !changed.bands.isEmpty { try await work.transaction.run(InsertBands(category.id, changed.bands)) }
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "category.change", "category:\(category.path)", before: .object(["title": category.title]),
                        after: .object(["title": changed.title]))
                ])
            return try await self.category(path, by: actor, in: work)
        }
    }

    package func removeCategory(_ path: AwardPath, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            let scheme = try await draft(path.scheme, actor, work)
            let category = try await self.category(
                AwardPath(scheme: scheme.slug, part: path.part), by: actor, in: work)
            _ = try await work.transaction.run(DeleteCategory(category.id))
            try await work.transaction.run(DeleteEmptyCategory(category.id))
            try await work.audit(actor, [AuditLine("category.remove", "category:\(category.path)")])
        }
    }

    package func changeCriterion(
        _ id: ID<AwardCriterion>, of path: AwardPath, name: String, weight: Double, lowest: Int, highest: Int,
        scale: String, by actor: Actor, in work: Work? = nil
    ) async throws -> AwardCriterion {
        try await house.within(work) { work in
            let before = try await criterion(id, path, actor, work)
            let (name, scale) = try checked(name, scale, weight: weight, lowest: lowest, highest: highest)
            let changed = AwardCriterion(
                id: id, category: before.category, name: name, scale: scale, weight: weight, lowest: lowest,
                highest: highest)
            try await meaning(of: ["criterion_name_once": .taken("The criterion \(name)")]) {
                try await work.transaction.run(UpdateCriterion(changed))
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "criterion.change", "category:\(path.scheme)/\(before.category)",
                        before: .object(["name": before.name, "weight": String(before.weight)]),
                        after: .object(["name": name, "weight": String(weight)]))
                ])
            return changed
        }
    }

    package func removeCriterion(
        _ id: ID<AwardCriterion>, of path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let before = try await criterion(id, path, actor, work)
            try await work.transaction.run(DeleteCriterion(id))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "criterion.remove", "category:\(path.scheme)/\(before.category)",
                        before: .object(["name": before.name]))
                ])
        }
    }

    private func criterion(
        _ id: ID<AwardCriterion>, _ path: AwardPath, _ actor: Actor, _ work: Work
    ) async throws -> AwardCriterion {
        let scheme = try await draft(path.scheme, actor, work)
        let known = try await criteria(of: AwardPath(scheme: scheme.slug, part: path.part), by: actor, in: work)
        guard let found = known.first(where: { $0.id == id }) else { throw AccessRefusal.notFound("criterion") }
        return found
    }

    /// A new draft with the rules of a scheme: its categories, criteria and limits, with the dates moved.
    ///
    /// - Parameters:
    ///   - title: nil is the old one with the year of the new opening in the old year's place.
    ///   - opens: the first day of nominations; nil is 52 weeks later, on the same day of the week.
    package func copyScheme(
        _ slug: String, to new: String, title: String? = nil, opens: Day? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> Scheme {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "set up awards")
            let old = try await scheme(slug, by: actor, in: work)
            let first = London.local(old.opensAt).day
            let days = opens.map { $0.number - first.number } ?? 364
            let (opensAt, closesAt) = (try moved(old.opensAt, by: days), try moved(old.closesAt, by: days))
            let years = (String(first.year), String(London.local(opensAt).day.year))
            let made = try await addScheme(
                NewScheme(
                    slug: new, title: title ?? old.title.replacing(years.0, with: years.1), kind: old.kind,
                    ranking: old.ranking, opensAt: opensAt, closesAt: closesAt, quorum: old.quorum,
                    wordLimit: old.wordLimit, mostAwards: old.mostAwards), by: actor, in: work)
            let criteria = try await allCriteria(of: old.slug, by: actor, in: work)
            for category in try await categories(of: old.slug, by: actor, in: work) {
                _ = try await addCategory(
                    NewCategory(
                        slug: category.slug, title: category.title, nomineeKind: category.nomineeKind,
                        winners: category.winners, eligibility: category.eligibility, isBlind: category.isBlind,
                        bands: category.bands), to: made.slug, by: actor, in: work)
                for criterion in criteria where criterion.category == category.slug {
                    _ = try await addCriterion(
                        criterion.name, to: AwardPath(scheme: made.slug, part: category.slug),
                        weight: criterion.weight, lowest: criterion.lowest, highest: criterion.highest,
                        scale: criterion.scale, by: actor, in: work)
                }
            }
            return made
        }
    }

    /// The same time of day on London's walls, so many days later.
    private func moved(_ moment: Date, by days: Int) throws -> Date {
        let local = London.local(moment)
        return try DateEntry.moment(LocalTime(local.day.adding(days: days), local.time))
    }
}
