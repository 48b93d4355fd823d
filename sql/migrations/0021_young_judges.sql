-- Young judges: a card and the panel's PIN instead of an address, a chosen name, an adult beside them, and who agreed.

create table young_judge (
    person_id bigint constraint young_judge_pkey primary key constraint young_judge_person references person,
    panel_id bigint not null constraint young_judge_panel references panel,
    card_hash bytea not null constraint young_judge_card_once unique constraint young_judge_card_size check (octet_length(card_hash) = 32),
    supporter_id bigint not null constraint young_judge_supporter references person,
    agreed_by text not null constraint young_judge_agreed_by_known check (agreed_by in ('child', 'parent', 'carer', 'social_worker', 'other')),
    agreed_at timestamptz not null default app_now(),
    constraint young_judge_supported_by_another check (supporter_id <> person_id)
);

-- The PIN of a panel's day, beside the cards.
create table panel_pin (
    panel_id bigint constraint panel_pin_pkey primary key constraint panel_pin_panel references panel,
    pin_hash bytea not null constraint panel_pin_hash_size check (octet_length(pin_hash) = 32),
    expires_at timestamptz not null constraint panel_pin_expires_finite check (isfinite(expires_at))
);
revoke all on young_judge, panel_pin from practiceweek_readonly;
