-- What the judging desk needs: why a judge abstained, what a panel reads of a candidate, and who is to be spared it.

alter table ballot
    add column abstain_reason text constraint ballot_abstain_reason_line
        check (is_line(abstain_reason, 500) and not names_a_case(abstain_reason)),
    add constraint ballot_abstained_has_reason check ((state = 'abstained') = (abstain_reason is not null));

-- What a judge should know before reading, in a few words; and whether a young judge is not asked to read it at all.
alter table candidate
    add column content_note text constraint candidate_content_note_line
        check (is_line(content_note, 200) and not names_a_case(content_note)),
    add column is_distressing boolean not null default false;

-- Two texts of a candidate, never one for the other: what the panel reads, redacted and checked by a second person; and what the
-- young person has approved, which alone is read out, printed or shown.
create table candidate_text (
    candidate_id bigint not null constraint candidate_text_candidate references candidate,
    kind text not null constraint candidate_text_kind_known check (kind in ('panel', 'approved')),
    text text not null constraint candidate_text_prose
        check (is_prose(text, 12000) and btrim(text) <> '' and not names_a_case(text)),
    written_by bigint not null constraint candidate_text_written_by references person,
    written_at timestamptz not null default app_now(),
    checked_by bigint constraint candidate_text_checked_by references person,
    checked_at timestamptz,
    -- How and when the young person approved it.
    approval text constraint candidate_text_approval_line check (is_line(approval, 200) and not names_a_case(approval)),
    constraint candidate_text_pkey primary key (candidate_id, kind),
    constraint candidate_text_checked_by_another check (checked_by <> written_by),
    constraint candidate_text_checked_whole check ((checked_by is null) = (checked_at is null)),
    constraint candidate_text_approved_somehow check ((kind = 'approved') = (approval is not null))
);

-- A text that is changed has not been checked.
create function candidate_text_is_checked_anew() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if new.text <> old.text or new.written_by <> old.written_by then
        new.checked_by := null;
        new.checked_at := null;
    end if;
    return new;
end
$$;
create trigger candidate_text_is_checked_anew before update on candidate_text
    for each row execute function candidate_text_is_checked_anew();

revoke delete on candidate_text from practiceweek_app;
revoke all on candidate_text from practiceweek_readonly;
