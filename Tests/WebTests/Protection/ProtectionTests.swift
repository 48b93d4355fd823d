import Domain
import Exchange
import Foundation
import Mail
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The protection of young people")
struct ProtectionTests {
    @Test("A judge reads the checked text alone, once the panel may, and nothing from the request after a withdrawal")
    func judges() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            let protection = house.services.protection
            let judge = try await stage.browser("p5@example.org")
            let reads: @Sendable () async throws -> String = {
                let page = try await judge.get("/judging/\(stage.young.text)")
                return page.words
            }
            #expect(try await reads().contains("There is nothing to read yet"))
            _ = try await protection.write(.panel, "They were brave.", of: stage.young, by: stage.stars.week.staff)
            let consent = try await protection.record(
                NewConsent(use: .panel, channel: .words, agrees: true, giver: "A carer", capacity: .carer),
                of: stage.young, by: stage.stars.week.staff)
            #expect(try await !reads().contains("They were brave."))
            await #expect(throws: ProtectionRefusal.ownText) {
                try await protection.check(stage.young, by: stage.stars.week.staff)
            }
            try await protection.check(stage.young, by: stage.actor("guard@example.org"))
            #expect(try await reads().contains("They were brave."))
            #expect(try await !reads().contains("Brave and kind to all."))
            try await protection.withdraw(consent, of: stage.young, by: stage.stars.week.staff)
            #expect(try await !reads().contains("They were brave."))
        }
    }

    @Test(
        "What a young person approved is used once a second person has checked it, and checked anew when it is changed")
    func approved() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            let (protection, staff) = (house.services.protection, stage.stars.week.staff)
            let shown: @Sendable () async throws -> String? = {
                try await house.asOwner { owner in try await owner.read(ShownWords()).first ?? nil }
            }
            _ = try await protection.record(
                NewConsent(use: .readOut, channel: .words, agrees: true, giver: "They", capacity: .child),
                of: stage.young, by: staff)
            _ = try await protection.write(.approved, "I kept at it.", approval: "Said yes", of: stage.young, by: staff)
            #expect(try await shown() == nil)
            await #expect(throws: ProtectionRefusal.ownText) {
                try await protection.check(stage.young, .approved, by: staff)
            }
            let guardian = try await stage.browser("guard@example.org")
            let page = try await guardian.get("/staff/protection/candidates/\(stage.young.text)")
            #expect(page.words.contains("not checked yet: it is not used"))
            let read = try await protection.candidate(stage.young, by: staff).texts.first?.fingerprint ?? ""
            let checked = try await guardian.post(
                "/staff/protection/candidates/\(stage.young.text)/check", from: page,
                ["kind": "approved", "read": read])
            #expect(checked.status == 303)
            #expect(try await shown() == "I kept at it.")
            _ = try await protection.write(.approved, "I held on.", approval: "Said yes", of: stage.young, by: staff)
            #expect(try await shown() == nil)
            // Nobody makes a text count by writing that nobody was asked.
            try await house.asOwner { owner in
                try await owner.execute(unsafe: "update candidate_text set is_unasked = true")
            }
            #expect(try await shown() == nil)
        }
    }

    @Test("The child's own no wins, and a text that was changed is checked anew")
    func wins() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            try await stage.readable()
            let protection = house.services.protection
            let judge = try await stage.actor("p5@example.org")
            let texts: @Sendable () async throws -> [String] = {
                let desk = try await stage.stars.awards.deskCandidate(stage.young, by: judge)
                return desk.candidate.texts
            }
            #expect(try await texts() == ["They were brave."])
            _ = try await protection.write(.panel, "They were braver.", of: stage.young, by: stage.stars.week.staff)
            #expect(try await texts() == [])
            try await protection.check(stage.young, by: stage.actor("guard@example.org"))
            #expect(try await texts() == ["They were braver."])
            let no = NewConsent(use: .panel, channel: .words, agrees: false, giver: "Themselves", capacity: .child)
            _ = try await protection.record(no, of: stage.young, by: stage.stars.week.staff)
            #expect(try await texts() == [])
        }
    }

    @Test("What is checked is the text that was read: one that was changed meanwhile is read again first")
    func checkedAsRead() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            let protection = house.services.protection
            let guardian = try await stage.actor("guard@example.org")
            _ = try await protection.write(.panel, "They were brave.", of: stage.young, by: stage.stars.week.staff)
            let read = try await protection.candidate(stage.young, by: guardian).texts.first
            _ = try await protection.write(.panel, "They were braver.", of: stage.young, by: stage.stars.week.staff)
            await #expect(throws: ProtectionRefusal.textChanged) {
                try await protection.check(stage.young, read: read?.fingerprint ?? "", by: guardian)
            }
            let now = try await protection.candidate(stage.young, by: guardian).texts.first
            #expect(now?.checkedBy == nil)
            try await protection.check(stage.young, read: now?.fingerprint ?? "", by: guardian)
            #expect(try await protection.candidate(stage.young, by: guardian).texts.first?.checkedBy != nil)
        }
    }

    @Test("Words of the nominators that are the young person's own name, or a slip of it, are pointed out")
    func namingWords() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let staff = stars.week.staff
            let nomination = try await stars.nominate(
                GuardedStage.name, by: "p3@example.org", in: "young",
                "Well done, ZEBEDEE! Zebedy helped with the zebras.")
            let path = try AwardPath(
                candidate: try await stars.awards.accept(nomination.id, by: staff).candidate ?? "")
            let found = try await house.services.protection.namingWords(path, by: staff)
            #expect(Set(found) == ["Zebedy", "ZEBEDEE"])
        }
    }

    @Test("A text that holds a part of the young person's own name is not let through")
    func named() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            let protection = house.services.protection
            _ = try await protection.write(
                .panel, "Well done, ZEBEDEE!", of: stage.young, by: stage.stars.week.staff)
            await #expect(throws: ProtectionRefusal.namesThem) {
                try await protection.check(stage.young, by: stage.actor("guard@example.org"))
            }
        }
    }

    @Test("Whoever is named for safeguarding reads the name, which is recorded first; the rest of the staff do not")
    func reading() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            try await stage.readable()
            let address = "/staff/protection/candidates/\(stage.young.text)"
            let officer = try await stage.browser("officer@example.org")
            let refused = try await officer.post(
                "\(address)/name", from: officer.get(address), ["reason": "To book a seat"])
            #expect(refused.status == 403 && !refused.body.contains("Canaryquill"))
            let keeper = try await stage.browser("guard@example.org")
            let page = try await keeper.get(address)
            #expect(!page.body.contains("Canaryquill"))
            let unreasoned = try await keeper.post("\(address)/name", from: page, ["reason": ""])
            #expect(unreasoned.status == 422 && !unreasoned.body.contains("Canaryquill"))
            let shown = try await keeper.post("\(address)/name", from: page, ["reason": "To book a seat"])
            #expect(shown.words.contains(GuardedStage.name) && shown.words.contains("Hidden Giver"))
            let record = try await house.services.audit.tail(last: 20, by: stage.stars.week.admin).map { "\($0)" }
            #expect(record.contains { $0.contains("name.read") && $0.contains("To book a seat") })
            #expect(!record.contains { $0.contains("Canaryquill") })
        }
    }

    @Test("A name is read once with two people, for half an hour, and the data protection contact is told without it")
    func breakGlass() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            let protection = house.services.protection
            _ = try await house.services.posts.add(
                "Data protection contact", holder: "manager@example.org", from: day("2018-01-01"),
                by: stage.stars.week.admin)
            let asker = try await stage.browser("admin@example.org")
            let page = try await asker.get("/staff/protection")
            let asked = try await asker.post(
                "/staff/protection/names", from: page,
                [
                    "candidate": stage.young.text, "reason": "The hospital rang",
                    "idempotency_key": GuardedStage.key(page, "/staff/protection/names"),
                ])
            #expect(asked.location == "/staff/protection?done=asked")
            let admin = stage.stars.week.admin
            let wish = try #require(try await protection.wishes(by: admin).first)
            await #expect(throws: ProtectionRefusal.notGranted) {
                try await protection.name(granted: wish.id, by: admin)
            }
            await #expect(throws: ProtectionRefusal.grantsOwn) { try await protection.grantName(wish.id, by: admin) }
            try await protection.grantName(wish.id, by: stage.actor("second@example.org"))
            #expect(try await protection.name(granted: wish.id, by: admin) == GuardedStage.name)
            await #expect(throws: AccessRefusal.self) {
                try await protection.name(granted: wish.id, by: stage.actor("second@example.org"))
            }
            _ = try await house.beside(now: "2018-01-15 09:45") { later in
                await #expect(throws: ProtectionRefusal.notGranted) {
                    try await later.services.protection.name(granted: wish.id, by: admin)
                }
            }
            try await MessageWorker(house: house.services.house, renderer: LetterRenderer()).sendDue()
            let told = house.mail.messages.filter { $0.to.address == "manager@example.org" }
            #expect(told.count == 2)
            #expect(!house.mail.messages.contains { "\($0.subject) \($0.text)".contains("Canaryquill") })
        }
    }

    @Test(
        "A worry of a nominator or a judge reaches the lead at once by a mail without its words, and only safeguarding reads it"
    )
    func worries() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            _ = try await house.services.posts.add(
                "Safeguarding lead", holder: "guard@example.org", from: day("2018-01-01"), by: stage.stars.week.admin)
            // Signing in sends the post, so both are in before there is any.
            let nominator = try await stage.browser("p1@example.org")
            let judge = try await stage.browser("p5@example.org")
            let address = "/nominations/\(stage.nomination.id.uuidString.lowercased())/worry"
            let page = try await nominator.get(address)
            for _ in 1...2 {
                let raised = try await nominator.post(address, from: page, ["words": "See case 4711: secret worry"])
                #expect(raised.location == "/nominations?done=worry")
            }
            let desk = "/judging/\(stage.young.text)"
            let reading = try await judge.get(desk)
            let judged = try await judge.post(
                "\(desk)/worry", from: reading,
                ["words": "", "idempotency_key": GuardedStage.key(reading, "/worry")])
            #expect(judged.status == 303)
            try await MessageWorker(house: house.services.house, renderer: LetterRenderer()).sendDue()
            let mails = house.mail.messages.filter {
                $0.to.address == "guard@example.org" && $0.subject.contains("worry")
            }
            #expect(mails.count == 2)
            #expect(!mails.contains { $0.text.contains("secret") || $0.text.contains("Nominee") })
            let keeper = try await stage.browser("guard@example.org")
            let list = try await keeper.get("/staff/protection")
            #expect(list.words.contains("Nobody yet") && !list.body.contains("secret worry"))
            let worries = try await house.services.protection.worries(by: stage.actor("guard@example.org"))
            #expect(worries.count == 2)
            let read = try await keeper.post(
                "/staff/protection/worries/\(worries.last?.id.uuidString ?? "")/reading", from: list)
            #expect(read.words.contains("secret worry"))
            // What was raised is found in the record beside its reading.
            let entries = try await stage.house.services.audit.tail(last: 50, by: stage.house.operating).map { "\($0)" }
            let worry = try #require(
                entries.first { $0.contains("\"worry.read\"") }?.firstMatch(of: /worry:[0-9a-f-]{36}/)
            ).output
            #expect(entries.contains { $0.contains("\"worry.raise\"") && $0.contains(worry) })
            for email in ["officer@example.org", "admin@example.org"] {
                let other = try await stage.browser(email)
                let refused = try await other.post(
                    "/staff/protection/worries/\(worries.last?.id.uuidString ?? "")/reading",
                    from: other.get("/staff/protection"))
                #expect(refused.status == 404 && !refused.body.contains("secret worry"))
            }
            let stranger = try await stage.browser("p3@example.org")
            #expect(try await stranger.post(address, from: stranger.get(address), ["words": "x"]).status == 404)
        }
    }

    @Test(
        "Staff say that they are worried where they read, and go on there; the lead begins with what nobody has read, counted at the top"
    )
    func lead() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            let staff = try await stage.browser("officer@example.org")
            let screening = "/awards/schemes/stars/nominations/\(stage.nomination.id.uuidString.lowercased())"
            let reading = try await staff.get(screening)
            let raised = try await staff.post(
                "/nominations/\(stage.nomination.id.uuidString.lowercased())/worry", from: reading,
                ["back": screening, "words": "", "idempotency_key": GuardedStage.key(reading, "/worry")])
            #expect(raised.location == "\(screening)?done=worry")
            let candidate = "/staff/protection/candidates/\(stage.young.text)"
            let looked = try await staff.get(candidate)
            let second = try await staff.post(
                "\(candidate)/worry", from: looked,
                ["words": "Quiet today", "idempotency_key": GuardedStage.key(looked, "/worry")])
            #expect(second.location == "\(candidate)?done=worry")
            #expect(!(try await staff.get("/staff").words.contains("Worries (")))
            let keeper = RouteClient(house)
            let page = try await keeper.get("/sign-in")
            _ = try await keeper.post("/sign-in", from: page, ["email": "guard@example.org"])
            let landed = try await keeper.post("/sign-in/code", from: page, ["code": Post.code(house)])
            #expect(landed.location == "/staff/protection")
            #expect(try await keeper.get("/me").words.contains("Worries (2)"))
            for worry in try await house.services.protection.worries(by: stage.actor("guard@example.org")) {
                _ = try await keeper.post(
                    "/staff/protection/worries/\(worry.id.uuidString)/reading", from: keeper.get("/staff/protection"))
            }
            #expect(!(try await keeper.get("/me").words.contains("Worries (")))
        }
    }

    @Test("What a worry's form asks to go on with stays on this site")
    func back() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            let mine = try await stage.browser("p1@example.org")
            let address = "/nominations/\(stage.nomination.id.uuidString.lowercased())/worry"
            let raised = try await mine.post(address, from: mine.get(address), ["back": "https://evil.example/"])
            #expect(raised.location == "/nominations?done=worry")
        }
    }
}

private struct ShownWords: Statement {
    static let sql = """
        select app.shown_words(k.id, 'read_out') from app.candidate k join app.nominee n on n.id = k.nominee_id
        where n.pseudonym is not null
        """

    static func decode(_ row: inout RowReader) throws -> String? { try row.next() }
}
