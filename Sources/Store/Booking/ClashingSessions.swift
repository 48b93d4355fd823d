/// The references of what a person has a place in, or leads, at the time of a session, as an array in SQL. Both what is
/// shown before somebody asks and what is decided afterwards read it.
enum ClashingSessions {
    static func sql(session: String, person: String) -> String {
        """
        array(
            select s.reference from release_session this
            join booking b on b.person_id = \(person) and b.state in ('confirmed', 'offered') and b.session_id <> \(session)
            join release_session rs on rs.session_id = b.session_id and rs.live and rs.during && this.during
            join session s on s.id = b.session_id
            where this.session_id = \(session) and this.latest
            union
            select s.reference from release_session this
            join release_facilitator f on f.person_id = \(person) and f.live and f.during && this.during and f.session_id <> \(session)
            join session s on s.id = f.session_id
            where this.session_id = \(session) and this.latest
            order by 1)
        """
    }
}
