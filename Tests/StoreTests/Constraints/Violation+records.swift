extension Violation {
    private static let newEntry = "insert into audit_entry (actor_kind, channel, action, object)"
    private static let newMessage = "insert into outbox (person_id, template, dedupe_key, message_id)"

    static let records = [
        Violation("audit_entry_actor_known", .check, "\(newEntry) values ('ghost', 'web', 'a.b', 'x')"),
        Violation("audit_entry_channel_known", .check, "\(newEntry) values ('system', 'post', 'a.b', 'x')"),
        Violation("audit_entry_action_form", .check, "\(newEntry) values ('system', 'web', 'a', 'x')"),
        Violation("audit_entry_object_line", .check, "\(newEntry) values ('system', 'web', 'a.b', '')"),
        Violation("audit_entry_person_has_actor", .check, "\(newEntry) values ('person', 'web', 'a.b', 'x')"),
        Violation(
            "audit_entry_os_user_line", .check,
            "insert into audit_entry (actor_kind, channel, action, object, os_user) values ('system', 'web', 'a.b', 'x', '')"
        ),
        Violation(
            "audit_entry_reason_line", .check,
            "insert into audit_entry (actor_kind, channel, action, object, reason) values ('system', 'web', 'a.b', 'x', '')"
        ),
        Violation(
            "audit_entry_actor", .foreign,
            "insert into audit_entry (actor_kind, actor_id, channel, action, object) values ('person', 99, 'web', 'a.b', 'x')"
        ),
        Violation(
            "audit_entry_on_behalf", .foreign,
            "insert into audit_entry (actor_kind, channel, action, object, on_behalf_of) values ('system', 'web', 'a.b', 'x', 99)"
        ),
        Violation(
            "audit_entry_undoes", .foreign,
            "insert into audit_entry (actor_kind, channel, action, object, undoes) values ('system', 'web', 'a.b', 'x', 99)"
        ),
        Violation(
            "audit_entry_undoes_once", .unique,
            """
            insert into audit_entry (actor_kind, channel, action, object, undoes)
            values ('system', 'web', 'a.b', 'x', 1), ('system', 'web', 'a.b', 'x', 1)
            """),
        Violation(
            "audit_entry_pkey", .unique,
            """
            insert into audit_entry (id, actor_kind, channel, action, object) overriding system value
            values (1, 'system', 'web', 'a.b', 'x')
            """),
        Violation("audit_entry_is_append_only", .check, "update audit_entry set reason = 'x'"),
        Violation("audit_entry_is_append_only", .check, "delete from audit_entry"),
        Violation("audit_entry_is_append_only", .check, "truncate audit_entry"),
        Violation(
            "audit_seal_entries_positive", .check,
            #"insert into audit_seal (first_entry, last_entry, entries, hash) values (2, 2, 0, sha256('\x01'))"#),
        Violation(
            "audit_seal_hash_size", .check,
            "insert into audit_seal (first_entry, last_entry, entries, hash) values (2, 2, 1, '')"),
        Violation(
            "audit_seal_in_order", .check,
            #"insert into audit_seal (first_entry, last_entry, entries, hash) values (3, 2, 1, sha256('\x01'))"#),
        Violation(
            "audit_seal_last_once", .unique,
            #"insert into audit_seal (first_entry, last_entry, entries, hash) values (1, 1, 1, sha256('\x01'))"#),
        Violation(
            "audit_seal_pkey", .unique,
            """
            insert into audit_seal (id, first_entry, last_entry, entries, hash) overriding system value
            select 1, 2, 2, 1, hash from audit_seal
            """),
        Violation("audit_seal_is_append_only", .check, "update audit_seal set entries = 2"),
        Violation("audit_seal_is_append_only", .check, "delete from audit_seal"),
        Violation("audit_seal_is_append_only", .check, "truncate audit_seal"),
        Violation("outbox_person", .foreign, "\(newMessage) values (99, 'x', 'new', 'x')"),
        Violation("outbox_template_form", .check, "\(newMessage) values (1, 'X', 'new', 'x')"),
        Violation("outbox_dedupe_line", .check, "\(newMessage) values (1, 'x', '', 'x')"),
        Violation("outbox_message_id_line", .check, "\(newMessage) values (1, 'x', 'new', '')"),
        Violation("outbox_has_reader", .check, "\(newMessage) values (null, 'x', 'new', 'x')"),
        Violation("outbox_dedupe_once", .unique, "\(newMessage) values (1, 'x', 'booking:1:1', 'x')"),
        Violation("outbox_state_known", .check, "update outbox set state = 'lost'"),
        Violation("outbox_attempts_not_negative", .check, "update outbox set attempts = -1"),
        Violation("outbox_leased_by_line", .check, "update outbox set leased_by = '', leased_until = app_now()"),
        Violation("outbox_lease_whole", .check, "update outbox set leased_until = app_now()"),
        Violation("outbox_last_error_prose", .check, "update outbox set last_error = repeat('x', 1001)"),
        Violation("outbox_sent_has_time", .check, "update outbox set state = 'sent'"),
        Violation(
            "outbox_pkey", .unique,
            "insert into outbox (id, person_id, template, dedupe_key, message_id) overriding system value values (1, 1, 'x', 'new', 'x')"
        ),
        Violation("installation_single", .check, "insert into installation (only_row, is_test) values (false, true)"),
        Violation("installation_pkey", .unique, "insert into installation (is_test) values (true)"),
        Violation("installation_is_append_only", .check, "update installation set is_test = not is_test"),
        Violation("installation_is_append_only", .check, "delete from installation"),
        Violation("installation_is_append_only", .check, "truncate installation"),
        Violation("schema_migration_pkey", .unique, "insert into schema_migration select * from schema_migration"),
    ]
}
