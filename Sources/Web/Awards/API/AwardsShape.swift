import Domain
import Foundation
import Services

/// The objects of awards as the API tells them: their members with their schemas, all of them always there, named as the console's
/// columns are.
enum AwardsShape: String, CaseIterable {
    case scheme = "Scheme"
    case award = "Award"
    case criterion = "Criterion"
    case nomination = "Nomination"
    case candidate = "Candidate"
    case seat = "PanelSeat"
    case conflict = "Conflict"
    case assignment = "Assignment"
    case check = "AssignmentCheck"
    case round = "Round"
    case ballot = "Ballot"
    case result = "Result"
    case severity = "Severity"
    case agreement = "Agreement"
    case decision = "Decision"
    case frozen = "FrozenResult"
    case embargo = "Embargo"
    case conflictState = "ConflictState"
    case file = "NominationFile"
    case fileContent = "NominationFileContent"
    case meeting = "Meeting"
    case step = "MeetingStep"

    static let text: JSONValue = ["type": "string"]
    static let perhaps: JSONValue = ["type": ["string", "null"]]
    static let whole: JSONValue = ["type": "integer"]
    private static let number: JSONValue = ["type": ["number", "null"]]
    static let flag: JSONValue = ["type": "boolean"]
    static let texts: JSONValue = ["type": "array", "items": ["type": "string"]]
    static let time: JSONValue = ["type": "string", "format": "date-time"]
    static let perhapsTime: JSONValue = ["type": ["string", "null"], "format": "date-time"]

    private var members: [(String, JSONValue)] {
        switch self {
        case .scheme:
            [
                ("scheme", Self.text), ("title", Self.text), ("kind", Self.text), ("ranking", Self.text),
                ("opens_at", Self.time), ("closes_at", Self.time), ("state", Self.text), ("quorum", Self.whole),
                ("words", Self.whole), ("most_awards", ["type": ["integer", "null"]]), ("is_open", Self.flag),
                ("rules_sha256", Self.perhaps),
            ]
        case .award:
            [
                ("category", Self.text), ("title", Self.text), ("for", Self.text), ("winners", Self.whole),
                ("bands", Self.texts), ("eligibility", Self.text), ("blind", Self.flag),
            ]
        case .criterion:
            [
                ("category", Self.text), ("name", Self.text), ("weight", ["type": "number"]), ("min", Self.whole),
                ("max", Self.whole), ("scale", Self.text),
            ]
        case .nomination:
            [
                ("id", ["type": "string", "format": "uuid"]), ("category", Self.text), ("nominee", Self.text),
                ("nominator", Self.text), ("band", Self.perhaps), ("state", Self.text), ("candidate", Self.perhaps),
                ("voices", Self.whole), ("reason", Self.perhaps), ("submitted_at", Self.perhapsTime),
                ("statement", Self.text),
            ]
        case .candidate:
            [
                ("candidate", Self.text), ("nominee", Self.perhaps), ("band", Self.perhaps), ("state", Self.text),
                ("voices", Self.whole),
            ]
        case .seat: [("panel", Self.text), ("judge", Self.text), ("part", Self.text), ("categories", Self.texts)]
        case .conflict:
            [
                ("candidate", Self.text), ("judge", Self.text), ("kind", Self.text), ("binding", Self.flag),
                ("state", Self.text), ("reason", Self.text), ("dismissal", Self.perhaps),
            ]
        case .assignment:
            [("category", Self.text), ("candidate", Self.text), ("judge", Self.text), ("order", Self.whole)]
        case .check:
            [
                ("category", Self.text), ("candidates", Self.whole), ("judges", Self.whole),
                ("min_per_candidate", Self.whole), ("max_load", Self.whole), ("connected", Self.flag),
                ("expected_reliability", Self.number), ("with_one_more", Self.number),
            ]
        case .round: [("panel", Self.text), ("state", Self.text), ("missing", Self.whole)]
        case .ballot: [("candidate", Self.text), ("state", Self.text), ("score", ["type": "number"])]
        case .result:
            [
                ("candidate", Self.text), ("judges", Self.whole), ("raw_mean", Self.number), ("adjusted", Self.number),
                ("low", Self.number), ("high", Self.number), ("rank", ["type": ["integer", "null"]]),
                ("tie_rung", Self.perhaps), ("flags", Self.texts),
            ]
        case .severity: [("judge", Self.text), ("ballots", Self.whole), ("effect", Self.number)]
        case .agreement: [("measure", Self.text), ("value", ["type": "number"])]
        case .decision:
            [
                ("candidate", Self.text), ("outcome", Self.text), ("ballots", Self.whole), ("quorum", Self.whole),
                ("waived", Self.flag), ("tie_rung", Self.text),
            ]
        case .frozen:
            [
                ("scheme", Self.text), ("sha256", Self.text), ("recomputed", Self.text), ("holds", Self.flag),
                ("frozen_at", Self.time),
            ]
        case .conflictState: [("candidate", Self.text), ("judge", Self.text), ("state", Self.text)]
        case .embargo:
            [("scheme", Self.text), ("until", Self.perhapsTime), ("state", Self.text), ("asked", Self.perhapsTime)]
        case .file: Self.fileMembers
        case .fileContent: Self.fileContentMembers
        case .meeting: Self.meetingMembers
        case .step: Self.stepMembers
        }
    }

    var schema: JSONValue {
        [
            "type": "object", "required": .array(members.map { .text($0.0) }),
            "properties": .object(members.map { .init(name: $0.0, value: $0.1) }),
        ]
    }

    /// The values in the order of the members.
    func object(_ values: JSONValue...) -> JSONValue {
        .object(zip(members, values).map { .init(name: $0.0, value: $1) })
    }

    static func perhaps(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
    private static func perhaps(_ number: Double?) -> JSONValue {
        number.flatMap { $0.isFinite ? JSONValue.number($0) : nil } ?? .null
    }
    static func texts(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.text)) }
    static func time(_ at: Date) -> JSONValue { .text(London.rfc3339(at)) }

    static func of(_ scheme: Scheme) -> JSONValue {
        Self.scheme.object(
            .text(scheme.slug), .text(scheme.title), .text(scheme.kind.rawValue), .text(scheme.ranking.rawValue),
            time(scheme.opensAt), time(scheme.closesAt), .text(scheme.state.rawValue), .whole(scheme.quorum),
            .whole(scheme.wordLimit), scheme.mostAwards.map(JSONValue.whole) ?? .null, .bool(scheme.isOpen),
            perhaps(scheme.rulesHash))
    }

    static func of(_ category: AwardCategory) -> JSONValue {
        award.object(
            .text(category.path), .text(category.title), .text(category.nomineeKind.word), .whole(category.winners),
            texts(category.bands), .text(category.eligibility), .bool(category.isBlind))
    }

    static func of(_ one: AwardCriterion, in scheme: String) -> JSONValue {
        criterion.object(
            .text("\(scheme)/\(one.category)"), .text(one.name), .number(one.weight), .whole(one.lowest),
            .whole(one.highest), .text(one.scale))
    }

    static func of(_ one: Nomination) -> JSONValue {
        nomination.object(
            .text(one.id.uuidString.lowercased()), .text(one.category), .text(one.nominee), .text(one.nominator),
            perhaps(one.band), .text(one.state.rawValue), perhaps(one.candidate), .whole(one.voices),
            perhaps(one.reason), one.submittedAt.map(time) ?? .null, .text(one.statement))
    }

    static func of(_ one: Candidate) -> JSONValue {
        candidate.object(
            .text(one.name), perhaps(one.nominee), perhaps(one.band), .text(one.state.rawValue), .whole(one.voices))
    }

    static func of(_ one: PanelSeat) -> JSONValue {
        seat.object(.text(one.path), .text(one.member), .text(one.part.rawValue), texts(one.categories))
    }

    static func of(_ one: Conflict) -> JSONValue {
        conflict.object(
            .text(one.candidate), .text(one.judge), .text(one.kind.rawValue), .bool(one.isBinding),
            .text(one.state.rawValue), .text(one.reason), perhaps(one.dismissal))
    }

    /// What a conflict has become; what else there is to know of the candidate may not be theirs to know.
    static func conflict(_ candidate: String, _ judge: String, _ state: Conflict.State) -> JSONValue {
        conflictState.object(.text(candidate), .text(judge), .text(state.rawValue))
    }

    static func of(_ one: AwardAssignment) -> JSONValue {
        assignment.object(.text(one.category), .text(one.candidate), .text(one.judge), .whole(one.place))
    }

    static func of(_ one: AwardsService.CategoryCheck) -> JSONValue {
        check.object(
            .text(one.category), .whole(one.candidates), .whole(one.judges), .whole(one.check.fewestJudges),
            .whole(one.check.largestLoad), .bool(one.check.isConnected), perhaps(one.check.reliability),
            perhaps(one.check.reliabilityWithOneMore))
    }

    static func round(_ panel: String, _ state: String, missing: Int) -> JSONValue {
        round.object(.text(panel), .text(state), .whole(missing))
    }

    static func of(_ one: AwardsService.BallotReceipt) -> JSONValue {
        ballot.object(.text(one.candidate), .text("submitted"), .number(one.score))
    }

    static func of(_ one: AwardsService.ResultLine) -> JSONValue {
        result.object(
            .text(one.candidate), .whole(one.judges), perhaps(one.rawMean), perhaps(one.adjusted), perhaps(one.low),
            perhaps(one.high), one.rank.map(JSONValue.whole) ?? .null, perhaps(one.rung), texts(one.flags))
    }

    static func of(_ one: AwardsService.Severity) -> JSONValue {
        severity.object(.text(one.judge), .whole(one.ballots), perhaps(one.effect))
    }

    static func agreement(_ measure: String, _ value: Double) -> JSONValue {
        agreement.object(.text(measure), .number(value))
    }

    static func of(_ one: AwardsService.DecisionReceipt) -> JSONValue {
        decision.object(
            .text(one.candidate), .text(one.outcome.rawValue), .whole(one.ballots), .whole(one.quorum),
            .bool(one.isWaived), .text(one.rung))
    }

    static func of(_ one: AwardsService.Verification, of scheme: String) -> JSONValue {
        frozen.object(
            .text(scheme), .text(one.hash), .text(one.recomputed), .bool(one.holds), time(one.frozenAt))
    }

    static func of(_ answer: AwardsService.EmbargoAnswer, of scheme: String) -> JSONValue {
        switch answer {
        case .isSet(let until): embargo.object(.text(scheme), time(until), .text("set"), .null)
        case .waitsForAnother(let asked, let until):
            embargo.object(.text(scheme), until.map(time) ?? .null, .text("waits"), time(asked))
        }
    }
}
