import Domain
import Foundation
import Testing

@Suite("What a text may tell of a young person")
struct TextFlagTests {
    @Test(
        "School, street, placement, surname, court, diagnosis, offence and date of birth are flagged as they stand",
        arguments: [
            ("She is head girl at Hollow Oak Academy now", TextFlag.Kind.school, "Hollow Oak Academy"),
            ("He walks from 14 Acorn Lane every day", .street, "14 Acorn Lane"),
            ("They live near DY1 1HF", .street, "DY1 1HF"),
            ("since the placement in Kent", .placement, "placement"),
            ("thanks to Mrs Featherstone", .carerSurname, "Mrs Featherstone"),
            ("after the hearing", .court, "hearing"),
            ("with her ADHD she", .diagnosis, "ADHD"),
            ("when he was arrested", .offence, "arrested"),
            ("born on a Sunday", .dateOfBirth, "born on"),
            ("on 3 May 2007 in", .dateOfBirth, "3 May 2007"),
            ("DOB 03/05/07", .dateOfBirth, "03/05/07"),
        ])
    func flagged(_ text: String, _ kind: TextFlag.Kind, _ found: String) {
        #expect(TextFlag.found(in: text).contains(TextFlag(kind, found)))
    }

    @Test("A text that tells what somebody did and not who they are has no flag")
    func clean() {
        #expect(
            TextFlag.found(in: "They never gave up, helped every younger one with reading, and learnt to swim.").isEmpty
        )
    }

    @Test("Each wording is flagged once, and hostile lengths end")
    func bounds() {
        #expect(TextFlag.found(in: "police, police and Police").count == 1)
        let long = String(repeating: "Aa ", count: 30_000) + "School"
        #expect(TextFlag.found(in: long).isEmpty)
    }

    @Test("Nothing is allowed without an answer, and a no that holds wins over every yes")
    func consents() {
        func answer(_ agrees: Bool, holds: Bool = true, _ capacity: Consent.Capacity = .carer) -> Consent {
            Consent(
                id: .init(), use: .web, channel: .name, agrees: agrees, capacity: capacity, from: .distantPast,
                until: nil, withdrawnAt: nil, holds: holds)
        }
        #expect(!Consent.allow(.web, .name, in: []))
        #expect(Consent.allow(.web, .name, in: [answer(true)]))
        #expect(!Consent.allow(.web, .picture, in: [answer(true)]))
        #expect(!Consent.allow(.press, .name, in: [answer(true)]))
        #expect(!Consent.allow(.web, .name, in: [answer(true), answer(false, .child)]))
        #expect(Consent.allow(.web, .name, in: [answer(true), answer(false, holds: false, .child)]))
        #expect(!Consent.allow(.web, .name, in: [answer(true, holds: false)]))
    }
}
