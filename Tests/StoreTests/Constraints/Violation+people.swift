extension Violation {
    static let people = [
        Violation("site_name_line", .check, "update site set name = ' x' where id = 1"),
        Violation("site_name_line", .check, "update site set name = 'a/b' where id = 1"),
        Violation("site_slug_form", .check, "update site set slug = 'Not a slug' where id = 1"),
        Violation("site_address_prose", .check, #"update site set address = E'\x01' where id = 1"#),
        Violation("site_name_once", .unique, "insert into site (name, slug) values ('Corbyn Road', 'another')"),
        Violation("site_name_folded_once", .unique, "insert into site (name, slug) values ('corbyn ROAD', 'another')"),
        Violation("site_slug_once", .unique, "insert into site (name, slug) values ('Another', 'corbyn-road')"),
        Violation(
            "site_pkey", .unique,
            "insert into site (id, name, slug) overriding system value values (1, 'Another', 'another')"),
        Violation("room_site", .foreign, "insert into room (site_id, name, capacity) values (99, 'Room', 9)"),
        Violation("room_site", .foreign, "delete from site where id = 1"),
        Violation("room_name_line", .check, "update room set name = 'a/b' where id = 1"),
        Violation("room_capacity_range", .check, "update room set capacity = 0 where id = 1"),
        Violation("room_capacity_range", .check, "update room set capacity = 10001 where id = 1"),
        Violation("room_access_prose", .check, "update room set access = repeat('x', 1001) where id = 1"),
        Violation("room_name_once", .unique, "insert into room (site_id, name, capacity) values (1, 'ROOM 1', 9)"),
        Violation(
            "room_pkey", .unique,
            "insert into room (id, site_id, name, capacity) overriding system value values (1, 1, 'Room 9', 9)"),
        Violation("organisation_name_line", .check, "update organisation set name = '' where id = 1"),
        Violation("organisation_name_once", .unique, "insert into organisation (name) values ('TRUST')"),
        Violation(
            "organisation_pkey", .unique,
            "insert into organisation (id, name) overriding system value values (1, 'Another')"),
        Violation("team_name_line", .check, "update team set name = '' where id = 1"),
        Violation("team_service_line", .check, #"update team set service = E'a\tb' where id = 1"#),
        Violation("team_site", .foreign, "update team set site_id = 99 where id = 1"),
        Violation(
            "team_dates_in_order", .check,
            "update team set valid_from = '2018-02-01', valid_to = '2018-01-31' where id = 1"),
        Violation("team_name_once", .unique, "insert into team (name) values ('mash')"),
        Violation("team_pkey", .unique, "insert into team (id, name) overriding system value values (1, 'Another')"),
        Violation("person_email_form", .check, "update person set email = 'A@example.org' where id = 1"),
        Violation("person_email_form", .check, "update person set email = 'nobody' where id = 1"),
        Violation("person_name_line", .check, #"update person set name = E'a\nb' where id = 1"#),
        Violation("person_job_title_line", .check, "update person set job_title = repeat('x', 121) where id = 1"),
        Violation(
            "person_left_after_created", .check,
            "update person set left_at = created_at - interval '1 second' where id = 1"),
        Violation("person_team", .foreign, "update person set team_id = 99 where id = 1"),
        Violation("person_organisation", .foreign, "update person set organisation_id = 99 where id = 1"),
        Violation("person_email_once", .unique, "insert into person (email, name) values ('a@example.org', 'Another')"),
        Violation(
            "person_public_id_once", .unique,
            "insert into person (public_id, email, name) select public_id, 'z@example.org', 'Z' from person where id = 1"
        ),
        Violation(
            "person_pkey", .unique,
            "insert into person (id, email, name) overriding system value values (1, 'z@example.org', 'Z')"),
        Violation(
            "role_grant_role_known", .check, "insert into role_grant (person_id, role) values (1, 'judge')"),
        Violation(
            "role_grant_person", .foreign, "insert into role_grant (person_id, role) values (99, 'staff')"),
        Violation(
            "role_grant_once_at_a_time", .exclusion, "insert into role_grant (person_id, role) values (1, 'admin')"),
        Violation(
            "role_grant_nobodys_own", .check,
            "insert into role_grant (person_id, role, granted_by) values (2, 'staff', 2)"),
        Violation(
            "role_grant_granted_by", .foreign,
            "insert into role_grant (person_id, role, granted_by) values (2, 'staff', 99)"),
        Violation(
            "role_grant_starts_finite", .check,
            "insert into role_grant (person_id, role, starts_at) values (2, 'staff', 'infinity')"),
        Violation(
            "role_grant_ends_finite", .check,
            "insert into role_grant (person_id, role, ends_at) values (2, 'staff', 'infinity')"),
        Violation(
            "role_grant_ends_later", .check,
            "insert into role_grant (person_id, role, starts_at, ends_at) values (2, 'staff', '2018-01-02', '2018-01-01')"
        ),
        Violation(
            "role_grant_public_id_once", .unique,
            "insert into role_grant (person_id, role, public_id) select 2, 'staff', public_id from role_grant where id = 1"
        ),
        Violation(
            "role_grant_pkey", .unique,
            "insert into role_grant (id, person_id, role) overriding system value values (1, 2, 'staff')"),
        Violation("person_leaves_finite", .check, "update person set leaves_at = 'infinity'"),
        Violation("job_run_name_form", .check, "insert into job_run (name) values ('No job')"),
        Violation(
            "job_run_pkey", .unique,
            "insert into job_run (name) values ('audit'); insert into job_run (name) values ('audit')"),
        Violation(
            "job_run_milliseconds_positive", .check, "insert into job_run (name, milliseconds) values ('audit', -1)"),
        Violation(
            "job_run_outcome_prose", .check, "insert into job_run (name, outcome) values ('audit', repeat('x', 301))"),
        Violation(
            "job_run_failure_prose", .check,
            "insert into job_run (name, failed_at, failure) values ('audit', app_now(), repeat('x', 501))"),
        Violation(
            "job_run_failure_whole", .check, "insert into job_run (name, failed_at) values ('audit', app_now())"),
        Violation(
            "person_needs_pkey", .unique,
            "insert into person_needs (person_id, needs) values (1, '{vegan}'); insert into person_needs (person_id, needs) values (1, '{vegan}')"
        ),
        Violation(
            "person_needs_person", .foreign, "insert into person_needs (person_id, needs) values (99, '{vegan}')"),
        Violation("person_needs_known", .check, "insert into person_needs (person_id, needs) values (1, '{cake}')"),
        Violation("person_needs_say_something", .check, "insert into person_needs (person_id, needs) values (1, '{}')"),
        Violation(
            "person_needs_other_prose", .check,
            "insert into person_needs (person_id, needs, other) values (1, '{vegan}', repeat('x', 501))"),
        Violation(
            "person_needs_no_case_data", .check,
            "insert into person_needs (person_id, needs, other) values (1, '{}', 'See case 12345')"),
        Violation(
            "team_membership_pkey", .unique,
            member("(1, 1, 1, now())", columns: "id, person_id, team_id, starts_at") + ";"
                + member("(1, 2, 1, now())", columns: "id, person_id, team_id, starts_at")),
        Violation("team_membership_person", .foreign, member("(99, 1, now())")),
        Violation("team_membership_team", .foreign, member("(1, 99, now())")),
        Violation("team_membership_starts_finite", .check, member("(1, 1, 'infinity')")),
        Violation(
            "team_membership_ends_finite", .check,
            member("(1, 1, now(), 'infinity')", columns: "person_id, team_id, starts_at, ends_at")),
        Violation(
            "team_membership_ends_later", .check,
            member("(1, 1, now(), '2000-01-01')", columns: "person_id, team_id, starts_at, ends_at")),
        Violation("team_membership_one_at_a_time", .exclusion, member("(3, 1, now()), (3, 1, now())")),
        Violation(
            "record_address_pkey", .unique,
            "insert into record_address (token_hash, person_id) values (sha256('a'), 1), (sha256('a'), 1)"),
        Violation(
            "record_address_hash_size", .check, "insert into record_address (token_hash, person_id) values ('a', 1)"),
        Violation(
            "record_address_person", .foreign,
            "insert into record_address (token_hash, person_id) values (sha256('a'), 999)"),
        Violation("holiday_title_line", .check, "update holiday set title = ''"),
        Violation("holiday_status_known", .check, "update holiday set status = 'guessed'"),
        Violation("holiday_source_prose", .check, "update holiday set source = repeat('x', 301)"),
        Violation("holiday_pkey", .unique, "insert into holiday select * from holiday"),
    ]

    /// Exclusion rules that refuse the statement itself, as they are what `on conflict` meets.
    static let atOnce: Set = ["category_sides_apart", "role_grant_once_at_a_time", "team_membership_one_at_a_time"]

    private static func member(_ values: String, columns: String = "person_id, team_id, starts_at") -> String {
        "insert into team_membership (\(columns)) overriding system value values \(values)"
    }
}
