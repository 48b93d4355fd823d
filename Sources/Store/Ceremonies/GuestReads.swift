package import Domain
package import Foundation
package import Postgres

extension Guest.Kind: PostgresEnum {}
extension Guest.Standing: PostgresEnum {}

extension GuestCeremony {
    static let columns = """
        c.slug, c.title, c.starts_at, c.doors_at, c.finish_at, concat_ws(', ', r.name, si.name), c.starts_at <= app.app_now()
        """
    static let joins = "join room r on r.id = c.room_id join site si on si.id = r.site_id"

    static func read(_ row: inout RowReader) throws -> GuestCeremony {
        try GuestCeremony(
            slug: row.next(), title: row.next(), startsAt: row.next(), doorsAt: row.next(), finishAt: row.next(),
            place: row.next(), hasBegun: row.next())
    }
}

extension Guest {
    /// A young person is never called by more than the name chosen for the night, and that where they agreed to it in the programme.
    static let called = """
        coalesce(g.name, p.name, case when app.may_show(n.id, 'programme', 'name') then cn.name end, n.pseudonym, '')
        """
    static let joins = """
        left join person p on p.id = g.person_id left join nominee n on n.id = g.nominee_id
            left join ceremony_name cn on cn.nominee_id = g.nominee_id left join ceremony_table t on t.id = g.table_id
        """
    /// What is needed as arrays of equal length, then the two texts.
    static let needs = """
        left join lateral (
            select array_agg(d.need order by d.need) filter (where d.words is null) as needs,
                array_agg(d.people::bigint order by d.need) filter (where d.words is null) as people,
                max(d.words) filter (where d.need = 'other_diet') as diet, max(d.words) filter (where d.need = 'other_access') as access
            from guest_need d where d.guest_id = g.id) need on
        """
    static let columns = """
        g.public_id, c.slug, case when g.person_id is not null then 'person' when g.name is not null then 'named' else 'young' end,
            \(called), coalesce(g.email, p.email), g.party::bigint, g.coming::bigint, g.replied_at, g.invited_at, g.arrived::bigint,
            g.arrived_at, t.name, need.needs, need.people, need.diet, need.access
        """

    static func read(_ row: inout RowReader) throws -> Guest {
        let (id, ceremony, kind, name): (UUID, String, Guest.Kind, String) = try (
            row.next(), row.next(), row.next(), row.next()
        )
        let (email, party, coming, repliedAt): (String?, Int, Int?, Date?) = try (
            row.next(), row.next(), row.next(), row.next()
        )
        let (invitedAt, arrived, arrivedAt, table): (Date?, Int, Date?, String?) = try (
            row.next(), row.next(), row.next(), row.next()
        )
        let (codes, counts): ([String]?, [Int]?) = try (row.next(), row.next())
        let (diet, access): (String?, String?) = try (row.next(), row.next())
        var needs = GuestNeeds(diet: diet ?? "", access: access ?? "")
        for (code, count) in zip(codes ?? [], counts ?? []) {
            if let need = Need(rawValue: code) { needs.people[need] = count }
        }
        return Guest(
            id: id, ceremony: ceremony, kind: kind, name: name, email: email, party: party, coming: coming,
            repliedAt: repliedAt, invitedAt: invitedAt, arrived: arrived, arrivedAt: arrivedAt, table: table,
            needs: needs)
    }
}

/// Every ceremony to which guests can be asked, the next first and those that are over last; for those who schedule.
package struct GuestCeremonies: Statement {
    package static let sql = """
        select \(GuestCeremony.columns) from ceremony c \(GuestCeremony.joins)
        where app.actor_schedules($1, $2) order by c.starts_at <= app.app_now(), c.starts_at, c.id
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> GuestCeremony { try GuestCeremony.read(&row) }
}

/// The guests of a ceremony by name, or one of them, or those of all ceremonies; for those who schedule. What they need is read by
/// staff alone, not by administrators as such.
package struct Guests: Statement {
    static let meant = """
        app.actor_schedules($1, $2) and ($3::text is null or c.slug = $3) and ($4::uuid is null or g.public_id = $4)
            and ($7::bigint is null or c.id = $7)
            and ($5::text is null or strpos(lower(\(Guest.called)), lower($5)) > 0 or strpos(coalesce(g.email, p.email, ''), lower($5)) > 0)
            and ($6::text is null or $6 = case when g.coming = 0 then 'declined' when g.coming > 0 then 'coming'
                when g.invited_at is null then 'not_invited' else 'waiting' end)
        """
    package static let sql = """
        select \(Guest.columns)
        from guest g join ceremony c on c.id = g.ceremony_id \(Guest.joins) \(Guest.needs) app.actor_holds($1, $2, array['staff'])
        where \(meant)
        order by c.starts_at, c.id, lower(\(Guest.called)), g.id limit $8 offset $9
        """
    package let actor: Actor
    package let ceremony: String?
    package let id: UUID?
    package let search: String?
    package let standing: Guest.Standing?
    package let limit: Int?
    package let offset: Int
    package let key: Int?

    package init(
        _ actor: Actor, of ceremony: String?, search: String? = nil, standing: Guest.Standing? = nil, limit: Int? = nil,
        offset: Int = 0
    ) {
        self.actor = actor
        self.ceremony = ceremony
        self.search = search
        self.standing = standing
        self.limit = limit
        self.offset = offset
        id = nil
        key = nil
    }

    /// All of one ceremony, by its key.
    package init(_ actor: Actor, ofKey key: Int) {
        self.actor = actor
        self.key = key
        id = nil
        ceremony = nil
        search = nil
        standing = nil
        limit = nil
        offset = 0
    }

    package init(_ actor: Actor, id: UUID) {
        self.actor = actor
        self.id = id
        ceremony = nil
        search = nil
        standing = nil
        limit = 1
        offset = 0
        key = nil
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(ceremony, id, search, standing?.rawValue, key, limit, offset)
    }

    package static func decode(_ row: inout RowReader) throws -> Guest { try Guest.read(&row) }
}

/// How many guests of a ceremony a search finds; for those who schedule.
package struct CountGuests: Statement {
    package static let sql = """
        select count(*) from guest g join ceremony c on c.id = g.ceremony_id \(Guest.joins) where \(Guests.meant)
        """
    package let guests: Guests

    package init(_ guests: Guests) { self.guests = guests }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: guests.actor)
        parameters.bind(
            guests.ceremony, guests.id, guests.search, guests.standing?.rawValue, guests.key)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// How the replies to a ceremony stand; for those who schedule.
package struct GuestCountsOf: Statement {
    package static let sql = """
        select count(*), coalesce(sum(g.party), 0), coalesce(sum(g.coming), 0), coalesce(sum(g.party - g.coming), 0),
            coalesce(sum(g.party) filter (where g.coming is null and g.invited_at is not null), 0),
            coalesce(sum(g.party) filter (where g.coming is null and g.invited_at is null), 0), coalesce(sum(g.arrived), 0),
            count(*) filter (where g.invited_at is null and g.coming is null and (g.email is not null or p.email is not null))
        from ceremony c join guest g on g.ceremony_id = c.id left join person p on p.id = g.person_id and p.left_at is null
        where c.slug = $3 and app.actor_schedules($1, $2)
        """
    package let actor: Actor
    package let ceremony: String

    package init(_ actor: Actor, of ceremony: String) {
        self.actor = actor
        self.ceremony = ceremony
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(ceremony)
    }

    package static func decode(_ row: inout RowReader) throws -> GuestCounts {
        try GuestCounts(
            guests: row.next(), people: row.next(), coming: row.next(), declined: row.next(), waiting: row.next(),
            notInvited: row.next(), arrived: row.next(), toInvite: row.next())
    }
}

/// What a secret address opens: the guest with their own needs, and the ceremony.
package struct InvitationAt: Statement {
    package static let sql = """
        select \(GuestCeremony.columns), \(Guest.columns), g.id
        from guest_address a join guest g on g.id = a.guest_id join ceremony c on c.id = g.ceremony_id
            \(GuestCeremony.joins) \(Guest.joins) \(Guest.needs) true
        where a.token_hash = $1
        """
    package let tokenHash: [UInt8]

    package init(tokenHash: [UInt8]) { self.tokenHash = tokenHash }

    package func bind(to parameters: inout Parameters) { parameters.append(tokenHash) }

    package static func decode(_ row: inout RowReader) throws -> (invitation: Invitation, guest: ID<Guest>) {
        let ceremony = try GuestCeremony.read(&row)
        let guest = try Guest.read(&row)
        return (Invitation(ceremony: ceremony, guest: guest), try row.next())
    }
}

/// What a mail to a guest says, read at the moment of sending.
package struct GuestForMessage: Statement {
    package static let sql = """
        select \(GuestCeremony.columns), \(Guest.columns), g.id
        from guest g join ceremony c on c.id = g.ceremony_id \(GuestCeremony.joins) \(Guest.joins) \(Guest.needs) false
        where g.public_id = $1
        """
    package let id: UUID

    package init(id: UUID) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }

    package static func decode(_ row: inout RowReader) throws -> (invitation: Invitation, guest: ID<Guest>) {
        try InvitationAt.decode(&row)
    }
}

/// Which of these texts, counted from 1, name a protected young person.
package struct TextsNamingYoungPeople: Statement {
    package static let sql = "select t from app.texts_naming_young_people($1, $2) t"
    package let texts: [String]
    /// By the whole of a name, rather than by any word of it.
    package let wholly: Bool

    package init(_ texts: [String], wholly: Bool) {
        self.texts = texts
        self.wholly = wholly
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(texts, wholly) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
