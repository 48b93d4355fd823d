/// What a person has a place in, or leads, and what of that is at the time of a session, in SQL, for what is decided under locks.
/// What is shown before somebody asks is `OwnTimesOfPerson`; a test holds the two together.
enum ClashingSessions {
    /// A query of `reference`, `session_id` and `during`.
    static func held(by person: String) -> String {
        """
        select s.reference, s.id as session_id, rs.during from booking b
            join release_session rs on rs.session_id = b.session_id and rs.live join session s on s.id = b.session_id
            where b.person_id = \(person) and b.state in ('confirmed', 'offered')
        union
        select s.reference, s.id, f.during from release_facilitator f join session s on s.id = f.session_id
            where f.person_id = \(person) and f.live
        """
    }

    /// An array of references: of what is `held` (the name of a query, or one in brackets), what is at the time of `session`.
    static func sql(session: String, held: String) -> String {
        """
        array(
            select held.reference from release_session this join \(held) held on held.during && this.during and held.session_id <> \(session)
            where this.session_id = \(session) and this.latest order by 1)
        """
    }
}
