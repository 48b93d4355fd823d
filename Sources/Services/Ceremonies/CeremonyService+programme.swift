package import Domain
import Foundation
import Postgres
import Store

/// The programme that guests find on their chairs.
extension CeremonyService {
    /// The programme. Before the ceremony is compiled it names nobody; afterwards it is for those who may know whom it names.
    ///
    /// - Parameter isNoted: whether it is printed with this, and noted with the young people whom it names.
    package func programme(
        _ slug: String, isNoted: Bool = true, by actor: Actor, in work: Work? = nil
    ) async throws -> CeremonyProgramme {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "print the programme")
            let ceremony = try await ceremony(slug, by: actor, in: work)
            var named: [CeremonyProgramme.Named] = []
            if ceremony.version != nil {
                guard try await work.transaction.first(OpensCeremony(actor, ceremony.id)) == true else {
                    throw AccessRefusal.notAllowed("print whom this ceremony names before it has been held")
                }
                guard try await work.transaction.first(CeremonyVersionHolds(ceremony.id)) == true else {
                    throw CeremonyRefusal.recompile
                }
                named = try await work.transaction.run(ProgrammeNames(actor, ceremony.id))
            }
            if isNoted {
                let held = named.filter { $0.isYoungPerson && $0.name != nil }.map {
                    NotePrint.Held(candidate: $0.candidate, use: CeremonyPaper.programme.use, channel: .name)
                }
                try await work.transaction.run(NotePrint(ceremony.slug, .programme, by: actor.person, held: held))
            }
            guard let details = try await work.transaction.first(ProgrammeDetails(ceremony.id)) else {
                throw AccessRefusal.notFound("ceremony")
            }
            let crew = try await work.transaction.run(CrewOfCeremony(ceremony.id))
            return CeremonyProgramme(
                ceremony: ceremony, place: details.place, address: details.address,
                presenter: crew.first { $0.part == .presenter }?.name, order: try await order(ceremony, in: work),
                thanks: details.thanks, named: named)
        }
    }

    /// What those whom it names still lack; nothing before it is compiled, nor for those who may not know whom it names.
    package func gaps(of slug: String, by actor: Actor, in work: Work? = nil) async throws -> [CeremonyGap] {
        let ceremony = try await ceremony(slug, by: actor, in: work)
        return try await house.read(CeremonyGaps(actor, ceremony.id), in: work)
    }

    /// What its programme says at the end; nil is as always.
    package func thanks(of slug: String, by actor: Actor, in work: Work? = nil) async throws -> String? {
        let ceremony = try await ceremony(slug, by: actor, in: work)
        return try await house.read(ProgrammeDetails(ceremony.id), in: work).first?.thanks
    }

    /// Writes what the programme says at the end; an empty text is as always.
    package func thank(_ slug: String, _ text: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            let text = try FreeText.prose(text.replacing("\r\n", with: "\n"), "the thanks", longest: 2000)
            guard try await work.transaction.first(NamesYoungPerson(ceremony.id, text)) != true else {
                throw CeremonyRefusal.thanksNameYoungPerson
            }
            try await work.transaction.run(ThankInProgramme(ceremony.id, text.isEmpty ? nil : text))
            try await changed("ceremony.thank", ceremony, [:], actor, work)
        }
    }
}
