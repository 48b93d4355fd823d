extension Violation {
    /// 32 bytes that are in no table yet.
    private static let hash = #"sha256('\x09')"#
    private static let newCode = "insert into sign_in_code (email, browser_hash, code_hash, expires_at)"
    private static let soon = "app_now() + interval '1 hour'"

    static let access = [
        Violation("sign_in_code_email_form", .check, "\(newCode) values ('a', \(hash), \(hash), \(soon))"),
        Violation(
            "sign_in_code_browser_hash_size", .check, "\(newCode) values ('z@example.org', '', \(hash), \(soon))"),
        Violation("sign_in_code_hash_size", .check, "\(newCode) values ('z@example.org', \(hash), '', \(soon))"),
        Violation("sign_in_code_attempts_range", .check, "update sign_in_code set attempts = 6"),
        Violation("sign_in_code_expires_later", .check, "update sign_in_code set expires_at = created_at"),
        Violation("sign_in_code_person", .foreign, "update sign_in_code set person_id = 99"),
        Violation("sign_in_code_guest_name_line", .check, "update sign_in_code set person_id = null, guest_name = ''"),
        Violation(
            "sign_in_code_guest_is_nobody_yet", .check, "update sign_in_code set person_id = 1, guest_name = 'A'"),
        Violation("sign_in_code_one_live", .unique, "\(newCode) values ('a@example.org', \(hash), \(hash), \(soon))"),
        Violation(
            "sign_in_code_pkey", .unique,
            """
            insert into sign_in_code (id, email, browser_hash, code_hash, expires_at) overriding system value
            values (1, 'z@example.org', \(hash), \(hash), \(soon))
            """),
        Violation("web_session_hash_size", .check, "update web_session set token_hash = ''"),
        Violation("web_session_person", .foreign, "update web_session set person_id = 99"),
        Violation("web_session_expires_later", .check, "update web_session set expires_at = created_at"),
        Violation("web_session_pkey", .unique, "insert into web_session select * from web_session"),
        Violation("api_token_person", .foreign, "insert into api_token (person_id, token_hash) values (99, \(hash))"),
        Violation("api_token_hash_size", .check, "insert into api_token (person_id, token_hash) values (1, '')"),
        Violation(
            "api_token_hash_once", .unique,
            "insert into api_token (person_id, token_hash) select 2, token_hash from api_token"),
        Violation(
            "api_token_pkey", .unique,
            "insert into api_token (id, person_id, token_hash) overriding system value values (1, 1, \(hash))"),
        Violation(
            "calendar_address_person", .foreign,
            "insert into calendar_address (person_id, token_hash) values (99, \(hash))"),
        Violation(
            "calendar_address_hash_size", .check, "insert into calendar_address (person_id, token_hash) values (2, '')"),
        Violation(
            "calendar_address_hash_once", .unique,
            "insert into calendar_address (person_id, token_hash) select 2, token_hash from calendar_address"),
        Violation(
            "calendar_address_one_live", .unique,
            "insert into calendar_address (person_id, token_hash) values (1, \(hash))"),
        Violation(
            "calendar_address_pkey", .unique,
            "insert into calendar_address (id, person_id, token_hash) overriding system value values (1, 2, \(hash))"),
        Violation("operating_system_user_line", .check, "insert into operating_system_user values ('', 1)"),
        Violation("operating_system_user_person", .foreign, "insert into operating_system_user values ('x', 99)"),
        Violation("operating_system_user_pkey", .unique, "insert into operating_system_user values ('officer', 2)"),
        Violation("idempotency_key_line", .check, "insert into idempotency values (1, '', \(hash), '{}')"),
        Violation("idempotency_hash_size", .check, "insert into idempotency values (1, 'x', '', '{}')"),
        Violation("idempotency_once", .unique, "insert into idempotency values (1, 'key', \(hash), '{}')"),
    ]
}
