/// Who many sessions are for and whether that is one person, in one query: the same as `audience_admits` and
/// `audience_wants_first` say of each, which a list of sixty would call a hundred times.
enum AudienceRules {
    /// A query of `session_id`, `words` (the notation), `admits` and `first`, without the sessions that are for everyone.
    static func sql(person: String, sessions: String) -> String {
        """
        select a.session_id, string_agg(\(AudienceNotation.words), '; ' order by \(AudienceNotation.words)) as words,
                coalesce(bool_or(a.team_id = me.team_id or a.organisation_id = me.organisation_id or (a.service <> '' and a.service = me.service)
                    or exists (select from person_role r where r.person_id = \(person) and r.role = a.role))
                    filter (where a.after_session_id is null), bool_and(a.after_session_id is not null)) as admits,
                min(x.reference) filter (where a.after_session_id is not null and not exists (
                    select from booking b
                    where b.session_id = a.after_session_id and b.person_id = \(person) and b.state = 'confirmed'
                        and x.state <> 'cancelled' and (this.starts_at is null or x.ends_at <= this.starts_at))) as first
            from \(AudienceNotation.rules) join session this on this.id = a.session_id
                left join (
                    select p.team_id, p.organisation_id, own.service from person p left join team own on own.id = p.team_id
                    where p.id = \(person)) me on true
            where a.session_id = any(\(sessions)) group by a.session_id
        """
    }
}
