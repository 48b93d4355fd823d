package import Domain
import Foundation
import Postgres
import Store

/// Ballots: a judge's own, and those from paper.
extension AwardsService {
    /// A mark as somebody gives it.
    package struct NamedMark: Sendable, Equatable {
        package let criterion: String
        package let mark: Int

        package init(criterion: String, mark: Int) {
            self.criterion = criterion
            self.mark = mark
        }

        /// Reads `CRITERION=NUMBER`.
        package init(_ typed: String) throws(AwardsRefusal) {
            guard let sign = typed.lastIndex(of: "=") else { throw .markMalformed(String(typed.prefix(120))) }
            let name = typed[..<sign].trimmingCharacters(in: .whitespaces)
            let number = typed[typed.index(after: sign)...].trimmingCharacters(in: .whitespaces)
            let digits = number.hasPrefix("-") ? String(number.dropFirst()) : number
            guard !name.isEmpty, let mark = wholeNumber(digits) else {
                throw .markMalformed(String(typed.prefix(120)))
            }
            self.init(criterion: name, mark: number.hasPrefix("-") ? -mark : mark)
        }
    }

    /// What handing a ballot in came to.
    package enum BallotOutcome: Sendable, Equatable { case added, changed, unchanged }

    /// A ballot that was handed in.
    package struct BallotReceipt: Sendable, Equatable {
        package let candidate: String
        package let judge: ID<Person>
        package let marks: [String: Int]
        /// From 0 to 100.
        package let score: Double
        package let outcome: BallotOutcome
        /// What was there before.
        package let before: [String: Int]
    }

    /// Hands a judge's own ballot in, or another in its place while the round is open. The same ballot again changes nothing.
    ///
    /// - Parameter note: for the judge's own eyes; nil leaves what they noted before.
    package func submitBallot(
        _ candidate: AwardPath, marks: [NamedMark], comment: String = "", note: String? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws -> BallotReceipt {
        try await house.within(work) { work in
            guard let judge = actor.person else { throw AccessRefusal.signInFirst }
            return try await write(candidate, judge, marks, comment, note: note, typedBy: nil, actor, work)
        }
    }

    /// Types a paper ballot in for a judge, recorded as such; they are told. One that they handed in themselves stays.
    package func typeBallot(
        _ candidate: AwardPath, judge email: String, marks: [NamedMark], by actor: Actor, in work: Work? = nil
    ) async throws -> BallotReceipt {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "type ballots in")
            let email = try EmailAddress(email).text
            guard let judge = try await work.people([email])[email] else {
                throw PeopleRefusal.nothingNamed(kind: "judge", name: email, near: [])
            }
            let standing = try await work.transaction.first(
                StandingInCategory(actor, AwardPath(scheme: candidate.scheme, part: candidate.part)))
            guard standing?.readsNominations == true else { throw AccessRefusal.notAllowed("type ballots in here") }
            let receipt = try await write(
                candidate, judge, marks, "", note: nil, typedBy: actor.person, isPaper: true, actor, work)
            if receipt.outcome != .unchanged, !email.hasSuffix(".invalid"), judge != actor.person {
                try await tellOfPaper(judge, work)
            }
            return receipt
        }
    }

    private func write(
        _ path: AwardPath, _ judge: ID<Person>, _ marks: [NamedMark], _ comment: String, note: String?,
        typedBy: ID<Person>?,
        isPaper: Bool = false, _ actor: Actor, _ work: Work
    ) async throws -> BallotReceipt {
        guard let found = try await work.transaction.first(CandidateForJudge(judge, path)), found.isAssigned else {
            throw isPaper ? AwardsRefusal.notTheirs : AwardsRefusal.notAssigned
        }
        guard let round = found.openRound else { throw AwardsRefusal.roundNotOpen }
        let criteria = try await work.transaction.run(Criteria(of: path.scheme, category: path.part))
        let before = try await work.transaction.run(OwnBallot(of: judge, found.candidate))
        if isPaper, let own = before.first, own.state != "draft", !own.isPaper {
            let at = London.local(own.at)
            throw AwardsRefusal.ballotOfJudge(own.judge, "\(at.day.short) at \(at.time.spoken)")
        }
        let given = try read(marks, criteria)
        let missing = criteria.filter { criterion in !given.contains { $0.criterion.id == criterion.id } }.map(\.name)
        guard missing.isEmpty else { throw AwardsRefusal.markMissing(missing) }
        let paper = Dictionary(
            given.map { ($0.criterion.id.rawValue, Double($0.mark)) }, uniquingKeysWith: { first, _ in first })
        // Paper brings marks; words that the judge had begun with stay theirs.
        let written = Written(
            state: "submitted", marks: given, comment: isPaper ? before.first?.comment ?? "" : comment, note: note,
            isPaper: isPaper, typedBy: typedBy)
        let isIn = Self.isIn(written, before)
        if !isIn {
            let ballot = try await put(written, judge, found, round, work)
            try await work.audit(
                actor,
                [
                    AuditLine(
                        isPaper ? "ballot.type" : "ballot.submit", "ballot:\(ballot)",
                        onBehalfOf: isPaper ? judge : nil,
                        after: .object(["candidate": "candidate:\(found.candidate)"]))
                ])
        }
        let rubric = try Rubric(criteria.map { try $0.scored() })
        return BallotReceipt(
            candidate: path.text, judge: judge,
            marks: Dictionary(given.map { ($0.criterion.name, $0.mark) }, uniquingKeysWith: { first, _ in first }),
            score: (try rubric.standing(of: .submitted(paper)).score?.value ?? 0) * 100,
            outcome: isIn ? .unchanged : before.first?.state == "submitted" ? .changed : .added,
            before: Self.marks(before, criteria))
    }

    private static func marks(_ rows: [OwnBallot.Row], _ criteria: [AwardCriterion]) -> [String: Int] {
        let names = Dictionary(criteria.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
        return Dictionary(
            rows.compactMap { row in row.criterion.flatMap { names[$0] }.flatMap { name in row.mark.map { (name, $0) } }
            },
            uniquingKeysWith: { one, _ in one })
    }

    /// A ballot as it is to be kept.
    struct Written {
        var state: String
        var marks: [(criterion: AwardCriterion, mark: Int)]
        var comment: String
        var note: String?
        var isPaper = false
        var typedBy: ID<Person>?
        var abstention: String?
    }

    /// Whether exactly this was handed in already, by the judge or from paper as now.
    private static func isIn(_ ballot: Written, _ rows: [OwnBallot.Row]) -> Bool {
        guard rows.first?.state == "submitted", !ballot.isPaper || rows.first?.isPaper == true else { return false }
        let marks = rows.compactMap { row in row.criterion.flatMap { id in row.mark.map { (id, $0) } } }
        let now = Dictionary(marks, uniquingKeysWith: { first, _ in first })
        return rows.first?.comment == ballot.comment && ballot.note ?? rows.first?.note == rows.first?.note
            && now
                == Dictionary(ballot.marks.map { ($0.criterion.id, $0.mark) }, uniquingKeysWith: { first, _ in first })
    }

    /// Writes a ballot with its marks, in place of what the judge had.
    @discardableResult
    func put(
        _ ballot: Written, _ judge: ID<Person>, _ found: CandidateForJudge.Found, _ round: Int, _ work: Work
    ) async throws -> Int {
        let comment = try FreeText.prose(ballot.comment, "the comment", longest: 2000)
        let note = try ballot.note.map { try FreeText.prose($0, "your private note", longest: 2000) }
        return try await meaning(of: [
            "ballot_in_open_round": .roundNotOpen, "ballot_mark_in_open_round": .roundNotOpen,
            "ballot_assignment": .notAssigned,
        ]) {
            let key = try await work.transaction.first(
                WriteBallot(
                    judge, found, round: round, state: ballot.state, comment: comment, isPaper: ballot.isPaper,
                    typedBy: ballot.typedBy, note: note, abstention: ballot.abstention))
            guard let key else { throw ServiceFailure(.internalError) }
            _ = try await work.transaction.run(
                ClearMarks(key, but: ballot.marks.map(\.criterion.id)),
                WriteMarks(key, ballot.marks.map { ($0.criterion.id, $0.mark) }))
            return key
        }
    }

    /// Marks with their criteria, in the criteria's order: each for one of them, once, and within its bounds.
    func read(
        _ marks: [NamedMark], _ criteria: [AwardCriterion]
    ) throws -> [(criterion: AwardCriterion, mark: Int)] {
        var given: [ID<AwardCriterion>: Int] = [:]
        for mark in marks {
            let criterion = try Self.criterion(of: mark, criteria)
            guard given[criterion.id] == nil else {
                throw AwardsRefusal.markMalformed(String(mark.criterion.prefix(100)))
            }
            given[criterion.id] = mark.mark
        }
        return criteria.compactMap { criterion in given[criterion.id].map { (criterion, $0) } }
    }

    /// What a mark by itself is for, where it is within its bounds.
    package static func criterion(
        of mark: NamedMark, _ criteria: [AwardCriterion]
    ) throws(AwardsRefusal) -> AwardCriterion {
        guard
            let criterion = try? NameMatch.find(
                mark.criterion, kind: "criterion", among: criteria.map { ($0.name, $0) })
        else { throw .unknownCriterion(String(mark.criterion.prefix(100)), criteria.map(\.name)) }
        guard (criterion.lowest...max(criterion.lowest, criterion.highest)).contains(mark.mark) else {
            throw .markOutside(criterion.name, lowest: criterion.lowest, highest: criterion.highest)
        }
        return criterion
    }
}
