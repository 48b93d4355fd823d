import Postgres
import TestSupport
import Testing

@testable import Store

@Suite("What of awards the program's own role cannot reach")
struct AwardRolesTests {
    private func attempt(_ sql: String, as role: String) async throws -> String? {
        let owner = try await Populated.shared.owner()
        do {
            try await owner.transaction { transaction in
                transaction.rollbackAtEnd()
                try await transaction.execute(unsafe: "set local role \(role); \(sql)")
            }
            return nil
        } catch let error as PostgresError {
            return error.sqlState
        }
    }

    @Test(
        "Legal names of young people and frozen results are refused to it",
        arguments: [
            "select * from young_person_name", "insert into young_person_name values (1, 'A')",
            "update young_person_name set legal_name = 'A'", "delete from young_person_name",
            "select * from frozen_result", "select count(*) from frozen_result",
            "insert into frozen_result (scheme_id, content, hash) values (1, 'c', sha256('c'))",
            "delete from frozen_result", "truncate frozen_result", "insert into category_side values (1, 1, 'judging')",
            "delete from category_side", "delete from voided_ballot", "update voided_ballot set reason = 'x'",
            "delete from nomination", "delete from candidate", "delete from scheme",
            "insert into award_transition values ('ballot', 'submitted', 'draft')",
            "update panel_member set part = 'judge'", "select * from ceremony_winner",
            "select count(*) from ceremony_winner",
            "select * from nomination_file_content", "insert into nomination_file_content values (1, 'x')",
            "update nomination_file set caption = 'x'", "delete from ceremony_version",
            "update ceremony_finalist set band = null",
        ])
    func refused(_ sql: String) async throws {
        #expect(try await attempt(sql, as: "practiceweek_app") == "42501")
    }

    @Test("The role for names reads names and not results; the role for results the other way round")
    func apart() async throws {
        #expect(try await attempt("select * from young_person_name", as: "practiceweek_safeguarding") == nil)
        #expect(try await attempt("select * from frozen_result", as: "practiceweek_results") == nil)
        #expect(try await attempt("select * from frozen_result", as: "practiceweek_safeguarding") == "42501")
        #expect(try await attempt("select * from young_person_name", as: "practiceweek_results") == "42501")
        #expect(try await attempt("select * from person", as: "practiceweek_safeguarding") == "42501")
        #expect(try await attempt("update frozen_result set content = 'x'", as: "practiceweek_results") == "42501")
    }

    @Test(
        "What the program cannot read it gets by functions alone, which nobody else may call",
        arguments: [
            "select read_young_name(1, 'web', 1, 'R')", "select keep_young_name(1, 'A')",
            "select rename_young_draft(1, 1, 'A')", "select young_name_fits(1, 1, 'A')",
            "select text_names_them(1, 'T')", "select words_naming_them(1, array['T'])",
            "select * from read_consent_givers(1, 'web', 1)",
            "select read_worry(1, 'web', gen_random_uuid())", "select freeze_result(1, 1)",
            "select * from frozen_hash(1)", "select compile_ceremony(1, 1)", "select * from ceremony_told(1, 1)",
            "select * from ceremony_sealed(1, 1, false, 'web', 'R')", "select * from ceremony_programme(1, 1, false)",
            "select * from scheme_roll(1)",
            "select ceremony_version_holds(1, 1)", "select keep_evidence(1, 'x', null)",
            "select * from read_evidence(1, false, 'web', gen_random_uuid(), false)",
        ])
    func functions(_ sql: String) async throws {
        #expect(try await attempt(sql, as: "practiceweek_app") == nil)
        for role in ["practiceweek_readonly", "practiceweek_results", "practiceweek_safeguarding"] {
            #expect(try await attempt(sql, as: role) == "42501")
        }
    }

    @Test(
        "Who gave a consent and what worries somebody are written by it and not read",
        arguments: [
            "select giver from consent", "select words from worry", "delete from worry", "update worry set words = ''",
        ])
    func written(_ sql: String) async throws {
        #expect(try await attempt(sql, as: "practiceweek_app") == "42501")
    }

    @Test(
        "Whoever only reads for reports sees nothing of nominations and judging",
        arguments: [
            "nominee", "nomination", "candidate", "conflict", "assignment", "ballot", "ballot_mark", "voided_ballot",
            "decision", "frozen_result", "young_person_name", "ceremony_winner", "ceremony_finalist", "ceremony_name",
            "nomination_file", "nomination_file_content", "nominees_apart",
        ])
    func reports(_ table: String) async throws {
        #expect(try await attempt("select * from \(table)", as: "practiceweek_readonly") == "42501")
    }
}
