-- The files of young people's nominations are deleted with the rest of what is known of them, and counted on the certificate.
alter table purge_item drop constraint purge_item_kind_known, add constraint purge_item_kind_known
    check (kind in ('legal_name', 'chosen_name', 'text', 'statement', 'file', 'consent_giver', 'judge_words', 'content_note', 'need'));
