/// Who a session is for in the notation of `Audience`, as a text in SQL; nothing for everyone.
enum AudienceNotation {
    static let words = """
        coalesce('role:' || a.role, 'service:' || a.service, 'team:' || t.name, 'employer:' || o.name, 'after:' || x.reference)
        """

    static let rules = """
        audience_rule a left join team t on t.id = a.team_id left join organisation o on o.id = a.organisation_id
            left join session x on x.id = a.after_session_id
        """

    /// One session's, as an expression; null for everyone.
    static func sql(session: String) -> String {
        """
        (select string_agg(\(words), '; ' order by \(words)) from \(rules) where a.session_id = \(session))
        """
    }
}
