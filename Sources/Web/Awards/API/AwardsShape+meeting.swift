import Domain
import Foundation
import Services

/// Files of nominations, meetings and their minutes as the API tells them.
extension AwardsShape {
    static let fileMembers: [(String, JSONValue)] = [
        ("id", ["type": "string", "format": "uuid"]), ("nomination", ["type": "string", "format": "uuid"]),
        ("name", text), ("kind", ["type": "string", "enum": ["picture", "document"]]), ("caption", text),
        ("state", ["type": "string", "enum": ["held", "waits_for_second", "passed"]]), ("passed_by", perhaps),
        ("checked_by", perhaps), ("agreed", flag),
    ]

    static let fileContentMembers: [(String, JSONValue)] = [
        ("id", ["type": "string", "format": "uuid"]), ("file_name", text), ("type", text),
        ("content", ["type": "string", "contentEncoding": "base64"]),
    ]

    private static let options: JSONValue = [
        "type": "array",
        "items": [
            "type": "object", "required": ["candidate", "nominee", "votes"],
            "properties": ["candidate": text, "nominee": perhaps, "votes": ["type": ["integer", "null"]]],
        ],
    ]

    static let meetingMembers: [(String, JSONValue)] = [
        ("category", text), ("title", text), ("leads", flag), ("opened_at", perhapsTime), ("candidate", perhaps),
        ("nominee", perhaps), ("texts", texts),
        (
            "motions",
            [
                "type": "array",
                "items": [
                    "type": "object",
                    "required": ["motion", "text", "open", "options", "against", "cast", "voters", "voted"],
                    "properties": [
                        "motion": ["type": "string", "format": "uuid"], "text": text, "open": flag,
                        "options": options, "against": ["type": ["integer", "null"]], "cast": whole,
                        "voters": whole, "voted": flag,
                    ],
                ],
            ]
        ),
    ]

    static let stepMembers: [(String, JSONValue)] = [
        ("at", time), ("step", text), ("candidate", perhaps), ("motion", perhaps), ("text", perhaps),
        ("options", options), ("against", ["type": ["integer", "null"]]), ("absent", texts),
    ]

    static func of(_ one: ScreenedEvidence) -> JSONValue {
        file.object(
            .text(one.file.id.uuidString.lowercased()), .text(one.nomination.uuidString.lowercased()),
            .text(one.file.name), .text(one.file.kind.rawValue), .text(one.file.caption),
            .text(one.standing.rawValue), perhaps(one.passedBy), perhaps(one.checkedBy), .bool(one.isAgreed))
    }

    static func content(_ id: UUID, _ kind: EvidenceFile.Kind, _ place: Int, _ bytes: [UInt8]) -> JSONValue {
        fileContent.object(
            .text(id.uuidString.lowercased()), .text(EvidenceFile.fileName(kind, place)),
            .text(kind == .picture ? "image/jpeg" : "application/pdf"), .text(Data(bytes).base64EncodedString()))
    }

    static func of(_ one: Meeting) -> JSONValue {
        let name = one.shown.map { AwardPath(scheme: one.path.scheme, part: one.path.part, code: $0.code).text }
        return meeting.object(
            .text(one.path.text), .text(one.title), .bool(one.leads), one.openedAt.map(time) ?? .null, perhaps(name),
            perhaps(one.shown?.nominee), texts(one.shown?.texts ?? []),
            .array(
                one.motions.map { motion in
                    [
                        "motion": .text(motion.id.uuidString.lowercased()), "text": .text(motion.text),
                        "open": .bool(motion.isOpen), "options": options(motion, in: one.path),
                        "against": motion.against.map(JSONValue.whole) ?? .null, "cast": .whole(motion.cast),
                        "voters": .whole(motion.voters), "voted": .bool(motion.hasVoted),
                    ]
                }))
    }

    /// A step of the minutes; the votes with the step that counted them.
    static func of(_ one: MeetingStep, _ motion: Motion?, in path: AwardPath) -> JSONValue {
        let counted = one.kind == .counted ? motion : nil
        return step.object(
            time(one.at), .text(one.kind.rawValue), perhaps(one.candidate),
            perhaps(one.motion?.uuidString.lowercased()), perhaps(motion?.text),
            counted.map { options($0, in: path) } ?? .array([]), counted?.against.map(JSONValue.whole) ?? .null,
            texts(one.absent))
    }

    private static func options(_ motion: Motion, in path: AwardPath) -> JSONValue {
        .array(
            motion.options.map { option in
                [
                    "candidate": .text(AwardPath(scheme: path.scheme, part: path.part, code: option.code).text),
                    "nominee": perhaps(option.nominee), "votes": option.votes.map(JSONValue.whole) ?? .null,
                ]
            })
    }
}
