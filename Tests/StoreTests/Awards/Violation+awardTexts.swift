extension Violation {
    static let awardTexts = [
        award(
            "ballot_abstain_reason_line", .check,
            "update ballot set state = 'abstained', abstain_reason = 'See case 4711' where id = 900"),
        award("ballot_abstained_has_reason", .check, "update ballot set state = 'abstained' where id = 900"),
        award("candidate_content_note_line", .check, "update candidate set content_note = '' where id = 900"),
        award("candidate_text_pkey", .unique, "update candidate_text set kind = 'panel', approval = null"),
        award(
            "candidate_text_candidate", .foreign,
            "insert into candidate_text (candidate_id, kind, text, written_by) values (999, 'panel', 'T', 1)"),
        award("candidate_text_kind_known", .check, "update candidate_text set kind = 'x' where kind = 'panel'"),
        award("candidate_text_prose", .check, "update candidate_text set text = 'About case 4711'"),
        award("candidate_text_written_by", .foreign, "update candidate_text set written_by = 999"),
        award(
            "candidate_text_checked_by", .foreign,
            "update candidate_text set checked_by = 999, checked_at = app_now()"),
        award(
            "candidate_text_checked_by_another", .check,
            "update candidate_text set checked_by = 1, checked_at = app_now()"),
        award("candidate_text_checked_whole", .check, "update candidate_text set checked_by = 2"),
        award(
            "candidate_text_approval_line", .check, "update candidate_text set approval = '' where kind = 'approved'"),
        award("candidate_text_approved_somehow", .check, "update candidate_text set approval = 'Said yes'"),
    ]
}
