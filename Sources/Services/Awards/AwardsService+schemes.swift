package import Domain
import Foundation
import Postgres
import Store

/// Setting a scheme up, and publishing its rules.
extension AwardsService {
    package func addScheme(_ new: NewScheme, by actor: Actor, in work: Work? = nil) async throws -> Scheme {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "set up awards")
            guard Slug.isSlug(new.slug) else { throw AwardsRefusal.slugMalformed(String(new.slug.prefix(80))) }
            let scheme = try checked(new)
            _ = try await meaning(of: ["scheme_slug_once": .taken("The scheme \(new.slug)")]) {
                try await work.transaction.run(InsertScheme(scheme))
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "scheme.add", "scheme:\(scheme.slug)",
                        after: .object([
                            "title": scheme.title, "kind": scheme.kind.rawValue, "ranking": scheme.ranking.rawValue,
                            "opens_at": London.rfc3339(scheme.opensAt), "closes_at": London.rfc3339(scheme.closesAt),
                        ]))
                ])
            return try await self.scheme(scheme.slug, by: actor, in: work)
        }
    }

    package func addCategory(
        _ new: NewCategory, to scheme: String, by actor: Actor, in work: Work? = nil
    ) async throws -> AwardCategory {
        try await house.within(work) { work in
            let scheme = try await draft(scheme, actor, work)
            guard Slug.isSlug(new.slug) else { throw AwardsRefusal.slugMalformed(String(new.slug.prefix(80))) }
            let category = try checked(new)
            let id = try await meaning(of: ["category_slug_once": .taken("The category \(new.slug)")]) {
                try await work.transaction.first(InsertCategory(scheme.id, category))
            }
            guard let id else { throw ServiceFailure(.internalError) }
            if !category.bands.isEmpty { try await work.transaction.run(InsertBands(id, category.bands)) }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "category.add", "category:\(scheme.slug)/\(category.slug)",
                        after: .object([
                            "title": category.title, "for": category.nomineeKind.rawValue,
                            "winners": String(category.winners), "bands": category.bands.joined(separator: ";"),
                        ]))
                ])
            return try await self.category(AwardPath(scheme: scheme.slug, part: category.slug), by: actor, in: work)
        }
    }

    package func addCriterion(
        _ name: String, to path: AwardPath, weight: Double = 1, lowest: Int = 0, highest: Int = 10, scale: String = "",
        by actor: Actor, in work: Work? = nil
    ) async throws -> AwardCriterion {
        try await house.within(work) { work in
            let scheme = try await draft(path.scheme, actor, work)
            let category = try await self.category(
                AwardPath(scheme: scheme.slug, part: path.part), by: actor, in: work)
            let (name, scale) = try checked(name, scale, weight: weight, lowest: lowest, highest: highest)
            let id = try await meaning(of: ["criterion_name_once": .taken("The criterion \(name)")]) {
                try await work.transaction.first(
                    InsertCriterion(
                        category.id, name: name, scale: scale, weight: weight, lowest: lowest, highest: highest))
            }
            guard let id else { throw ServiceFailure(.internalError) }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "criterion.add", "category:\(category.path)",
                        after: .object([
                            "name": name, "weight": String(weight), "from": String(lowest), "to": String(highest),
                        ]))
                ])
            return AwardCriterion(
                id: id, category: category.slug, name: name, scale: scale, weight: weight, lowest: lowest,
                highest: highest)
        }
    }

    /// Publishes the rules: hashed, shown to everybody, and never changed afterwards.
    package func publish(_ scheme: String, by actor: Actor, in work: Work? = nil) async throws -> Scheme {
        try await house.within(work) { work in
            let scheme = try await draft(scheme, actor, work)
            let categories = try await work.transaction.run(Categories(of: scheme.slug))
            let criteria = try await work.transaction.run(Criteria(of: scheme.slug))
            guard !categories.isEmpty else { throw AwardsRefusal.nothingToPublish("it has no awards.") }
            if scheme.kind != .celebrated,
                let bare = categories.first(where: { category in !criteria.contains { $0.category == category.slug } })
            {
                throw AwardsRefusal.nothingToPublish("the category \(bare.slug) has no criteria.")
            }
            try await work.transaction.run(
                PublishScheme(scheme.id, rules: RulesText.of(scheme, categories, criteria)))
            work.touch()
            let published = try await self.scheme(scheme.slug, by: actor, in: work)
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "scheme.publish", "scheme:\(scheme.slug)", after: .object(["rules": published.rulesHash]))
                ])
            return published
        }
    }

    /// The scheme, locked, for those who set it up; refused once its rules are published.
    func draft(_ scheme: String, _ actor: Actor, _ work: Work) async throws -> Scheme {
        try await work.require([.staff, .admin], actor, to: "set up awards")
        let scheme = try await locked(scheme, actor, work)
        guard scheme.state == .draft else { throw AwardsRefusal.rulesAreFrozen }
        return scheme
    }
}
