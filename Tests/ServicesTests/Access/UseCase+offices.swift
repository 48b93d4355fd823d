import Domain
import Services
import TestSupport

extension UseCase {
    static let offices = [
        UseCase("count what is unreleased") {
            _ = try await $0.services.programme.standings(by: $0.actor, in: $0.work)
        },
        UseCase("see who has left and still leads") {
            _ = try await $0.services.programme.sessionsLedByLeavers(by: $0.actor, in: $0.work)
        },
        UseCase("book for somebody with a reason") {
            _ = try await $0.services.booking.book(
                $0.released, forSomebody: "p7@example.org", because: "Rang up", by: $0.actor)
        },
        UseCase("see the history of bookings") {
            _ = try await $0.services.booking.history(of: $0.released, by: $0.actor, in: $0.work)
        },
        UseCase("look people up") {
            _ = try await $0.services.people.people(meant: "person", by: $0.actor, in: $0.work)
        },
        UseCase("bring a file") {
            _ = try await $0.services.files.keep(
                kind: "sites", event: nil, name: "sites.csv", content: [0x61], by: $0.actor)
        },
        UseCase("save a choice of export") {
            _ = try await $0.services.files.saveRecipe("Lists", kind: "sites", event: nil, by: $0.actor, in: $0.work)
        },
        UseCase("see the saved exports") { _ = try await $0.services.files.recipes(by: $0.actor) },
        UseCase("run the checks") { _ = try await $0.services.check.violations(by: $0.actor) },
        UseCase("list everybody", .adminsOnly) { _ = try await $0.services.people.directory(by: $0.actor) },
        UseCase("see who holds tokens", .adminsOnly) { _ = try await $0.services.access.secretsInUse(by: $0.actor) },
        UseCase("give a role", .adminsOnly) {
            guard let person = try await $0.services.people.people(meant: "p7@example.org", by: $0.actor).first else {
                throw AccessRefusal.notAllowed("see people")
            }
            _ = try await $0.services.roles.grant(
                .manager, to: person, from: day("2018-02-01"), by: $0.actor, in: $0.work)
        },
        UseCase("set a day to leave", .adminsOnly) {
            try await $0.services.people.setLeaving(
                "p7@example.org", on: day("2018-02-01"), by: $0.actor, in: $0.work)
        },
        UseCase("see the jobs", .adminsOnly) { _ = try await $0.services.jobs.runs(by: $0.actor) },
        UseCase("run a job", .adminsOnly) {
            try await $0.services.jobs.ask(for: .audit, by: $0.actor, in: $0.work)
        },
        UseCase("see the organisation", .adminsOnly) {
            _ = try await $0.services.people.organisation(on: day("2018-02-01"), by: $0.actor)
        },
        UseCase("see how the mail stands", .adminsOnly) { _ = try await $0.services.mail.standing(by: $0.actor) },
        UseCase("read the mail", .adminsOnly) { _ = try await $0.services.mail.messages(by: $0.actor) },
    ]
}
