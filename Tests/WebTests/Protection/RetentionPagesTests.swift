import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Their own record, on the pages")
struct RetentionPagesTests {
    @Test("It is printed, handed over, taken back, and what is due is deleted with a certificate")
    func whole() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "guard@example.org", name: "Gwen Guard", roles: [.staff, .safeguarding]),
                by: house.operating)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        set session_replication_role = replica;
                        update nominee set person_id = null, pseudonym = 'Nominee 7Q4'
                        where id = (select k.nominee_id from candidate k join ceremony_winner w on w.candidate_id = k.id where w.outcome = 'winner');
                        insert into young_person_name select id, 'Zebedee Quill' from nominee where pseudonym is not null;
                        insert into ceremony_name (nominee_id, name) select id, 'Zed <b>Brave</b>' from nominee where pseudonym is not null;
                        """)
            }
            let path =
                "/staff/protection/candidates/stars/heart/\(night.winner.code ?? "")/record"
            try await house.beside(now: "2018-02-10 09:00") { later async throws in
                let client = RouteClient(later)
                try await client.signIn("guard@example.org", later)
                let list = try await client.get("/staff/protection/retention")
                #expect(list.body.contains(path) && list.words.contains("Not handed over yet"))
                #expect(!list.body.contains("Zebedee") && !list.body.contains("Person 4"))
                let page = try await client.get(path)
                #expect(page.words.contains("is the winner of") && page.body.contains("Zed &lt;b&gt;Brave"))
                let wrong = try await client.post(path, from: page, ["do": "handed_over", "to": ""])
                #expect(wrong.status == 422 && wrong.words.contains("Choose who took it."))
                let done = try await client.post(path, from: page, ["do": "handed_over", "to": "child"])
                #expect(done.location == "\(path)?done=yes")
                let after = try await client.get(path)
                #expect(
                    after.words.contains("Handed over to") && after.words.contains("To be deleted on 12 March 2018"))
                #expect(try await client.post(path, from: after, ["do": "back"]).status == 303)
                let officer = RouteClient(later)
                try await officer.signIn("officer@example.org", later)
                for address in [path, "/staff/protection/retention", "/staff/protection/retention/stars"] {
                    #expect(try await officer.get(address).status == 403)
                }
            }
            try await house.beside(now: "2019-06-01 09:00") { later async throws in
                let client = RouteClient(later)
                try await client.signIn("guard@example.org", later)
                let scheme = "/staff/protection/retention/stars"
                let page = try await client.get(scheme)
                #expect(page.words.contains("Legal names") && page.words.contains("The time to keep it was over"))
                let months = try await client.post(scheme, from: page, ["months": "0"])
                #expect(months.status == 422 && months.words.contains("from 1 to 120"))
                let wrong = try await client.post("\(scheme)/deletion", from: page, ["scheme": "star"])
                #expect(wrong.status == 422 && wrong.words.contains("Type stars to delete for good"))
                let gone = try await client.post("\(scheme)/deletion", from: wrong, ["scheme": "stars"])
                let certificate = try await client.get(try #require(gone.location))
                #expect(
                    certificate.words.contains("Certificate of deletion") && certificate.words.contains("Nominee 7Q4"))
                #expect(!certificate.body.contains("Zed"))
                #expect(try await client.get(scheme).words.contains("Nothing is due."))
                #expect(try await client.get(path).words.contains("Deleted on 1 June 2019"))
            }
        }
    }
}
