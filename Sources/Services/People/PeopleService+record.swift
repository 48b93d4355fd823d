package import Domain
import Postgres
import Store

extension PeopleService {
    /// What the centre keeps about whoever asks.
    package func record(by actor: Actor, in work: Work? = nil) async throws -> PersonalRecord {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.within(work) { work in
            let (particulars, places, waysIn, letters, deeds) = try await work.transaction.run(
                ParticularsOfPerson(person), PlacesOfPerson(person), WaysInOfPerson(person), LettersOfPerson(person),
                DeedsAboutPerson(person))
            let (moves, nominations) = try await work.transaction.run(OwnTeamMoves(person), NominationsOfPerson(person))
            let (roles, offices, needs, leads, exports) = try await work.transaction.run(
                OwnRoles(person), OfficesOfPerson(person), NeedsOfPerson(person), LeadsOfPerson(person),
                ExportsWithPerson(person))
            guard let first = particulars.first else { throw AccessRefusal.notFound("person") }
            let passed = Set(places.flatMap(\.notes).flatMap(PassedOver.references))
            let names = try await ProgrammeService(house: house).names(of: passed.sorted(), in: work)
            return PersonalRecord(
                particulars: first, moves: moves.map { ($0.team, London.local($0.at).day) }, roles: roles,
                offices: offices, needs: needs.first, leads: leads, exports: exports,
                places: places.map { $0.inWords(names) }, nominations: nominations, waysIn: waysIn, letters: letters,
                deeds: deeds)
        }
    }
}
