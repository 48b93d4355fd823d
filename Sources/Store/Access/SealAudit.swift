import Postgres

/// Chains the entries since the last seal into one hash. Entries younger than two minutes wait, since a transaction with a
/// smaller number may still commit.
package struct SealAudit: Statement {
    package static let sql = """
        insert into audit_seal (first_entry, last_entry, entries, hash)
        select min(a.id), max(a.id), count(*), sha256(coalesce((select hash from audit_seal order by id desc limit 1), ''::bytea)
            || string_agg(sha256(convert_to(a::text, 'UTF8')), ''::bytea order by a.id))
        from audit_entry a
        where a.id > coalesce((select max(last_entry) from audit_seal), 0)
            and a.id <= (select max(id) from audit_entry where at < app.app_now() - interval '2 minutes')
        having count(*) > 0
        """

    package init() {}
}
