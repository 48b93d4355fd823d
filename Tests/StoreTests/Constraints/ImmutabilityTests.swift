import Foundation
import Postgres
import TestSupport
import Testing

@Suite("What is written once stays as it was written")
struct ImmutabilityTests {
    /// As the program's role, in the populated database; the transaction is rolled back should it go through.
    private func asProgram(_ sql: String) async throws {
        let owner = try await Populated.shared.owner()
        try await owner.transaction { transaction in
            transaction.rollbackAtEnd()
            try await transaction.execute(unsafe: "set local role practiceweek_app; \(sql)")
        }
    }

    @Test(
        "The program's role may not even try",
        arguments: [
            "update release set note = 'x'", "delete from release", "delete from release_session",
            "update release_session set title = 'x'", "update release_session set during = during",
            "update release_session set capacity = 1", "delete from release_facilitator",
            "update release_facilitator set person_id = 1",
            "delete from booking", "update booking_history set reason = 'x'", "delete from booking_history",
            "insert into booking_transition values ('cancelled', 'confirmed')",
            "update booking_transition set to_state = 'x'",
            "delete from booking_transition", "update audit_entry set reason = 'x'", "delete from audit_entry",
            "update audit_seal set entries = 1", "delete from audit_seal", "update installation set is_test = true",
            "delete from installation", "insert into installation (is_test) values (true)", "truncate audit_entry",
            "truncate booking cascade",
            "update schema_migration set checksum = 'x'", "delete from schema_migration",
        ])
    func refusedToProgram(_ sql: String) async throws {
        do {
            try await asProgram(sql)
            Issue.record("it was let through")
        } catch let error as PostgresError {
            #expect(error.sqlState == "42501")
        }
    }

    @Test(
        "The program's role lays out no schema",
        arguments: [
            "create table app.x (a int)", "create table public.x (a int)", "create schema x", "drop table app.booking",
            "alter table app.session drop constraint session_never_oversold",
            "alter table app.booking disable trigger all",
            "drop trigger count_places_inserted on app.booking", "create view app.x as select 1",
            "create or replace function app.app_now() returns timestamptz language sql as 'select now()'",
            "create index on app.booking (state)", "drop view app.programme_entry", "create extension citext",
            "grant practiceweek_readonly to practiceweek_app", "alter role practiceweek_app superuser",
            "set local session_replication_role = replica",
        ])
    func noSchema(_ sql: String) async throws {
        do {
            try await asProgram(sql)
            Issue.record("it was let through")
        } catch let error as PostgresError {
            #expect(error.sqlState == "42501")
        }
    }

    @Test("It may do what publishing and cancelling need: the two marks of a copy")
    func marks() async throws {
        try await asProgram(
            "update release_session set live = false, latest = false; update release_facilitator set live = false")
    }

    @Test(
        "The other roles only read, or read nothing yet", arguments: ["practiceweek_readonly", "practiceweek_results"])
    func otherRoles(_ role: String) async throws {
        let owner = try await Populated.shared.owner()
        do {
            try await owner.transaction {
                try await $0.execute(unsafe: "set local role \(role); update session set capacity = capacity")
            }
            Issue.record("it was let through")
        } catch let error as PostgresError {
            #expect(error.sqlState == "42501")
        }
    }
}
