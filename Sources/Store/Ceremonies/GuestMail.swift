package import Domain
package import Postgres

/// Owes an invitation to everybody on the list who has an address, no invitation yet and no answer; or once more to one guest.
/// One row: how many.
package struct OweInvitations: Statement {
    package static let sql = """
        with asked as (
            update guest g set invited_at = app.app_now(), invitations = g.invitations + 1
            where g.ceremony_id = $1 and (g.id = $2 or $2::bigint is null and g.invited_at is null and g.coming is null)
                and (g.email is not null or exists (select from person p where p.id = g.person_id and p.left_at is null))
            returning g.id, g.public_id, g.invitations),
        owed as (
            insert into outbox (guest_id, template, payload, dedupe_key, message_id, expires_at)
            select a.id, 'guest_invited', jsonb_build_object('invited', a.public_id), 'guest:' || a.id || ':invited:' || a.invitations,
                a.public_id || '.invited.' || a.invitations || '@' || $3, c.starts_at
            from asked a join ceremony c on c.id = $1 on conflict (dedupe_key) do nothing)
        select count(*) from asked
        """
    package let ceremony: Int
    package let guest: ID<Guest>?
    package let uidDomain: String

    package init(ceremony: Int, guest: ID<Guest>? = nil, uidDomain: String) {
        self.ceremony = ceremony
        self.guest = guest
        self.uidDomain = uidDomain
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ceremony, guest, uidDomain) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Owes a reminder, four days before, to those who come and to those who were asked two days ago or earlier and have not answered:
/// one for each date of the ceremony. One row: how many.
package struct OweReminders: Statement {
    package static let sql = """
        with owed as (
            insert into outbox (guest_id, template, payload, dedupe_key, message_id, expires_at)
            select g.id, 'guest_reminded', jsonb_build_object('invited', g.public_id),
                'guest:' || g.id || ':reminded:' || extract(epoch from c.starts_at)::bigint,
                g.public_id || '.reminded.' || extract(epoch from c.starts_at)::bigint || '@' || $1, c.starts_at
            from ceremony c join guest g on g.ceremony_id = c.id
            where c.starts_at > app.app_now() and c.starts_at <= app.app_now() + interval '4 days'
                and g.invited_at <= app.app_now() - interval '2 days' and coalesce(g.coming, 1) > 0
                and (g.email is not null or exists (select from person p where p.id = g.person_id and p.left_at is null))
                and not exists (select from outbox o
                    where o.dedupe_key = 'guest:' || g.id || ':reminded:' || extract(epoch from c.starts_at)::bigint)
            on conflict (dedupe_key) do nothing returning 1)
        select count(*) from owed
        """
    package let uidDomain: String

    package init(uidDomain: String) { self.uidDomain = uidDomain }

    package func bind(to parameters: inout Parameters) { parameters.append(uidDomain) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Deletes what guests needed, a week after their ceremony. One row: of how many guests.
package struct ForgetGuestNeeds: Statement {
    package static let sql = """
        with gone as (
            delete from guest_need d using guest g, ceremony c
            where g.id = d.guest_id and c.id = g.ceremony_id and c.starts_at < app.app_now() - interval '7 days' returning d.guest_id)
        select count(distinct guest_id) from gone
        """

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Keeps a secret address, by its hash, before the mail that carries it goes out.
package struct InsertGuestAddress: Statement {
    package static let sql = "insert into guest_address (token_hash, guest_id) values ($1, $2)"
    package let tokenHash: [UInt8]
    package let guest: ID<Guest>

    package init(tokenHash: [UInt8], guest: ID<Guest>) {
        self.tokenHash = tokenHash
        self.guest = guest
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(tokenHash, guest) }
}
