import Domain
import Exchange
import Foundation
import Mail
import HTTPTypes
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("A name that must be nowhere")
struct CanaryTests {
    private static let readers = [
        "", "p1@example.org", "p5@example.org", "lead@example.org", "manager@example.org", "officer@example.org",
        "guard@example.org", "admin@example.org",
    ]

    /// - Parameter file: a picture of the young person's nomination.
    private func things(_ stage: GuardedStage, _ file: UUID) -> [String: [String]] {
        [
            "slug": ["week"], "reference": ["PW18-001"], "id": [stage.nomination.id.uuidString],
            "name": [Asset.all.first?.fileName ?? ""], "token": ["never"], "scheme": ["stars"],
            "order": ["1"], "view": ["audience", "stage", "presenter"],
            "category": ["young", "heart"], "code": [stage.young.code ?? "", stage.adult.code ?? ""],
            "nomination": [stage.nomination.id.uuidString.lowercased()], "file": [file.uuidString.lowercased()],
        ]
    }

    @Test("No page, feed, answer, export, mail or table that the program reads holds it, for anybody")
    func nowhere() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            try await stage.readable()
            let file = try await stage.file()
            try await stage.stars.week.session()
            var found: [String] = []
            for reader in Self.readers {
                let client = RouteClient(house)
                if !reader.isEmpty { try await client.signIn(reader, house) }
                let token = reader.isEmpty ? nil : try await house.token(reader)
                let answers = try await EveryAnswer.to(client.cookie("pw_session"), token, house, things(stage, file))
                #expect(answers.count > 60)
                found += answers.filter { $0.value.contains("Canaryquill") }.map { "\(reader): \($0.key)" }
                guard reader == "officer@example.org" || reader == "admin@example.org" else { continue }
                for kind in CSVKind.allCases {
                    let file = try await client.post(
                        "/staff/exports/file",
                        [
                            "kind": kind.rawValue, "reason": "Look",
                            "csrf": house.services.access.formToken(of: client.cookie("pw_session") ?? ""),
                        ])
                    if file.body.contains("Canaryquill") { found.append("\(reader): \(kind)") }
                }
            }
            try await MessageWorker(house: house.services.house, renderer: LetterRenderer()).sendDue()
            found += house.mail.messages.filter { "\($0.subject) \($0.text)".contains("Canaryquill") }.map(\.subject)
            #expect(found == [])
            try await house.asOwner { owner in try await owner.execute(unsafe: Self.everyTable) }
        }
    }

    /// Stops at a table that holds the name, other than its own; and where even that does not, as then nothing was looked for.
    private static let everyTable = """
        do $$
        declare
            place text;
            hits bigint;
            own bigint;
        begin
            for place in select tablename from pg_tables where schemaname = 'app' loop
                execute format('select count(*) from app.%I t where t::text like ''%%Canaryquill%%''', place) into hits;
                if place = 'young_person_name' then
                    own := hits;
                elsif hits > 0 then
                    raise exception 'the name stands in %', place;
                end if;
            end loop;
            if own is distinct from 1 then
                raise exception 'the name is not where it should be';
            end if;
        end
        $$
        """

    @Test(
        "Two houses that differ in a young name, or in a mark of a judge who stepped back, answer alike to the last byte"
    )
    func alike() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            try await stage.readable()
            let file = try await stage.file()
            for (candidate, mark) in [(stage.young, 3), (stage.adult, 4)] {
                try await stage.stars.score(candidate, "p5@example.org", mark, mark)
            }
            try await stage.stars.awards.declareConflict(
                stage.adult, reason: "I know this person", by: stage.actor("p5@example.org"))
            var cookies: [String: String] = [:]
            var tokens: [String: String] = [:]
            for reader in Self.readers where !reader.isEmpty {
                let client = RouteClient(house)
                try await client.signIn(reader, house)
                cookies[reader] = client.cookie("pw_session")
                tokens[reader] = try await house.token(reader)
            }
            func everything() async throws -> [String: [String: String]] {
                var all: [String: [String: String]] = [:]
                for reader in Self.readers {
                    all[reader] = try await EveryAnswer.to(cookies[reader], tokens[reader], house, things(stage, file))
                }
                return all
            }
            func changed(_ one: [String: [String: String]], _ other: [String: [String: String]], _ reader: String)
                -> Set<String>
            {
                Set(other[reader, default: [:]].filter { one[reader]?[$0.key] != $0.value }.keys)
            }
            let idle = try await everything()
            var before = try await everything()
            // What changes by itself, such as how long something took, tells nothing.
            let restless = Dictionary(uniqueKeysWithValues: Self.readers.map { ($0, changed(idle, before, $0)) })
            #expect(restless.values.allSatisfy { $0.count < 5 })
            let secrets: [(String, String?, String)] = [
                ("a young name", nil, "update young_person_name set legal_name = 'Another Personage'"),
                (
                    "a mark that was put aside", nil,
                    "update voided_ballot set content = jsonb_set(content, '{comment}', '\"x\"')"
                ),
                ("a mark that is in", "p5@example.org", "update ballot_mark set mark = 9"),
            ]
            for (name, knownTo, sql) in secrets {
                try await house.asOwner { owner in
                    try await owner.execute(unsafe: "set session_replication_role = replica; \(sql)")
                }
                let after = try await everything()
                for reader in Self.readers {
                    let told = changed(before, after, reader).subtracting(restless[reader] ?? []).sorted()
                    if reader == knownTo {
                        #expect(!told.isEmpty, "\(reader) does not see \(name)")
                    } else {
                        #expect(told == [], "\(reader) can tell \(name)")
                    }
                }
                before = after
            }
        }
    }
}
