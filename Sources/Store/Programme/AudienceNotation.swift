/// Who a session is for in the notation of `Audience`, as a text in SQL; null for everyone.
enum AudienceNotation {
    static func sql(session: String) -> String {
        """
        (select string_agg(words, '; ' order by words) from (
            select coalesce('role:' || a.role, 'service:' || a.service, 'team:' || t.name, 'employer:' || o.name, 'after:' || x.reference) as words
            from audience_rule a left join team t on t.id = a.team_id left join organisation o on o.id = a.organisation_id
                left join session x on x.id = a.after_session_id
            where a.session_id = \(session)) rules)
        """
    }
}
