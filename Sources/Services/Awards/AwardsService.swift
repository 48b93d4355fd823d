package import Domain
import Foundation
import Postgres
import Store

/// Awards, from the rules of a scheme to its frozen result.
package struct AwardsService: Sendable {
    let house: House

    /// The schemes that the actor may see, the newest first.
    package func schemes(by actor: Actor, in work: Work? = nil) async throws -> [Scheme] {
        try await house.read(Schemes(actor), in: work)
    }

    /// A scheme that the actor may see; a draft does not exist for others.
    package func scheme(_ slug: String, by actor: Actor, in work: Work? = nil) async throws -> Scheme {
        guard let scheme = try await house.read(Schemes(actor, slug: slug.lowercased()), in: work).first else {
            throw AccessRefusal.notFound("scheme")
        }
        return scheme
    }

    package func categories(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> [AwardCategory] {
        let scheme = try await self.scheme(scheme, by: actor, in: work)
        return try await house.read(Categories(of: scheme.slug), in: work)
    }

    /// A category of a scheme that the actor may see.
    package func category(_ path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> AwardCategory {
        let categories = try await categories(of: path.scheme, by: actor, in: work)
        guard let found = categories.first(where: { $0.slug == path.part }) else {
            throw PeopleRefusal.nothingNamed(
                kind: "category", name: String(path.part.prefix(80)),
                near: NameMatch.near(path.part, categories.map(\.slug)))
        }
        return found
    }

    package func criteria(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> [AwardCriterion] {
        let category = try await category(path, by: actor, in: work)
        return try await house.read(Criteria(of: category.scheme, category: category.slug), in: work)
    }

    package func allCriteria(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> [AwardCriterion]
    {
        let scheme = try await self.scheme(scheme, by: actor, in: work)
        return try await house.read(Criteria(of: scheme.slug), in: work)
    }

    /// The scheme, locked; of the unique beginning of its name at the console.
    func locked(_ typed: String, _ actor: Actor, _ work: Work) async throws -> Scheme {
        let slug = typed.lowercased()
        if let scheme = try await work.transaction.first(LockScheme(slug)) {
            if scheme.state == .draft { _ = try await self.scheme(slug, by: actor, in: work) }
            return scheme
        }
        let known = try await schemes(by: actor, in: work).map { ($0.slug, $0.slug) }
        let meant = try NameMatch.find(slug, kind: "scheme", among: known, prefixes: actor.channel == .console)
        guard let scheme = try await work.transaction.first(LockScheme(meant)) else {
            throw AccessRefusal.notFound("scheme")
        }
        return scheme
    }

    /// Says what a rule of the database that held means to whoever met it.
    @discardableResult
    func meaning<Answer: Sendable>(
        of rules: [String: AwardsRefusal], _ body: () async throws -> Answer
    ) async throws -> Answer {
        do {
            return try await body()
        } catch let error as PostgresError {
            if let rule = error.constraint, let refusal = rules[rule] { throw refusal }
            throw error
        }
    }

    func reason(_ typed: String) throws -> String {
        guard !typed.allSatisfy(\.isWhitespace) else { throw AwardsRefusal.reasonMissing }
        return try FreeText.line(typed, "a reason", longest: 500)
    }

    /// A code that is likely to be free.
    func code(_ length: Int) -> String {
        var text = ""
        while text.count < length { text += AwardCode.text(house.outside.randomBytes(length * 2), length: length) }
        return String(text.prefix(length))
    }
}
