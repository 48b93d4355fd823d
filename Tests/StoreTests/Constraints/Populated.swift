import Foundation
import Postgres
import TestSupport

/// One database for all violations, with a row or two in every table: they are all refused, so none sees another's traces.
actor Populated {
    static let shared = Populated()

    private var opening: Task<PostgresClient, any Error>?

    /// Connected as the owner.
    func owner() async throws -> PostgresClient {
        if let opening { return try await opening.value }
        let task = Task {
            var configuration = PostgresConfiguration.patient(
                try await TestCluster.shared.database(), sessionSettings: TestHouse.ownerSettings)
            // Every violation may come at once.
            configuration.leaseQueue = 4_096
            let client = PostgresClient(configuration, logger: TestCluster.logger)
            try await client.execute(unsafe: Populated.rows)
            return client
        }
        opening = task
        return try await task.value
    }

    static let rows = #"""
        insert into site (name, slug) values ('Corbyn Road', 'corbyn-road'), ('Himley Hall', 'himley-hall');
        insert into room (site_id, name, capacity) values (1, 'Room 1', 12), (1, 'Room 2', 12);
        insert into organisation (name) values ('Trust');
        insert into team (name, service) values ('MASH', 'MASH');
        insert into person (email, name) values ('a@example.org', 'A'), ('b@example.org', 'B'), ('c@example.org', 'C');
        insert into role_grant (person_id, role) values (1, 'admin');
        insert into holiday (day, title, status) values ('2018-01-01', 'New Year''s Day', 'published');
        insert into event (slug, code, title, from_day, to_day, state, published_at) values
            ('week', 'PW18', 'Week', '2018-01-29', '2018-02-02', 'published', app_now()),
            ('other', 'OT18', 'Other', '2018-03-01', '2018-03-02', 'draft', null);
        insert into strand (event_id, slug, name) values (1, 'voice', 'Voice'), (2, 'voice', 'Voice');
        insert into series (event_id, slug, title, rule, starts_at, minutes, capacity, instances) values
            (1, 'briefing', 'Briefing', 'FREQ=DAILY', '2018-01-30 09:30Z', 60, 9, 3),
            (2, 'another', 'Another', 'FREQ=DAILY', '2018-03-01 09:30Z', 60, 9, 2);
        insert into series_facilitator (series_id, person_id) values (1, 3);
        insert into session (event_id, reference, title, starts_at, ends_at, room_id, capacity, state, ever_released) values
            (1, 'PW18-001', 'One', '2018-01-29 09:30Z', '2018-01-29 10:30Z', 1, 1, 'scheduled', true),
            (1, 'PW18-002', 'Two', '2018-01-29 10:00Z', '2018-01-29 11:00Z', 2, 2, 'scheduled', true),
            (2, 'OT18-001', 'Draft', null, null, null, 5, 'draft', false);
        insert into session (event_id, reference, title, starts_at, ends_at, capacity, series_id, recurrence_id) values
            (1, 'PW18-003', 'Briefing', '2018-01-30 09:30Z', '2018-01-30 10:30Z', 9, 1, '2018-01-30 09:30Z');
        insert into session_facilitator (session_id, person_id) values (1, 3);
        insert into audience_rule (session_id, role) values (2, 'manager');
        insert into release (event_id, number) values (1, 1);
        insert into release_session (release_id, session_id, event_id, title, kind, description, during, room_id, online, capacity,
                latest, live)
            select 1, id, 1, title, kind, '', tstzrange(starts_at, ends_at), room_id, false, capacity, true, true
            from session where id in (1, 2);
        insert into release_facilitator (release_id, session_id, person_id, during, live)
            select 1, 1, 3, during, true from release_session where session_id = 1;
        insert into booking (session_id, person_id, state) values (1, 1, 'confirmed'), (1, 2, 'waiting');
        insert into booking_history (booking_id, to_state) values (1, 'confirmed'), (2, 'waiting');
        insert into sign_in_code (email, person_id, browser_hash, code_hash, expires_at)
            values ('a@example.org', 1, sha256('\x01'), sha256('\x02'), app_now() + interval '15 minutes');
        insert into web_session (token_hash, person_id, expires_at) values (sha256('\x01'), 1, app_now() + interval '1 hour');
        insert into api_token (person_id, token_hash) values (1, sha256('\x01'));
        insert into calendar_address (person_id, token_hash) values (1, sha256('\x01'));
        insert into operating_system_user (name, person_id) values ('officer', 1);
        insert into idempotency (actor_id, key, request_hash, answer) values (1, 'key', sha256('\x01'), '{}');
        insert into audit_entry (actor_kind, channel, action, object) values ('system', 'worker', 'session.add', 'session:PW18-001');
        insert into audit_seal (first_entry, last_entry, entries, hash) values (1, 1, 1, sha256('\x01'));
        insert into post (name) values ('Director');
        insert into team_move (person_id, team_id, moves_at) values (1, 1, '2018-03-01');
        insert into post_holder (post_id, person_id, from_day) values (1, 1, '2018-01-01');
        insert into kept_file (public_id, person_id, kind, name, content)
            values ('00000000-0000-4000-8000-000000000001', 1, 'people', 'people.csv', '\x61');
        insert into export_recipe (public_id, name, kind) values ('00000000-0000-4000-8000-000000000001', 'Door lists', 'bookings');
        insert into outbox (person_id, template, dedupe_key, message_id) values (1, 'booking_confirmed', 'booking:1:1', '1@example.org');
        """#
}
