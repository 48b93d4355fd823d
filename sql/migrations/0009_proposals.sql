-- Sessions that people offer to hold, by an invitation's secret address, until staff take them into the draft or decline.

create table proposal_invitation (
    id bigint generated always as identity primary key,
    event_id bigint not null constraint proposal_invitation_event references event,
    token_hash bytea not null constraint proposal_invitation_hash_size check (octet_length(token_hash) = 32),
    closes_on date not null constraint proposal_invitation_closes_finite check (isfinite(closes_on)),
    made_by bigint constraint proposal_invitation_made_by references person,
    made_at timestamptz not null default app_now(),
    ended_at timestamptz,
    constraint proposal_invitation_hash_once unique (token_hash),
    constraint proposal_invitation_of_event unique (id, event_id)
);
create unique index proposal_invitation_one_open on proposal_invitation (event_id) where ended_at is null;

create table proposal (
    id bigint generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() constraint proposal_public_id_once unique,
    event_id bigint not null,
    invitation_id bigint not null,
    name text not null constraint proposal_name_line check (is_line(name, 200)),
    email text not null constraint proposal_email_line check (is_line(email, 254)),
    organisation text constraint proposal_organisation_line check (is_line(organisation, 200)),
    title text not null constraint proposal_title_line check (is_line(title, 200)),
    description text not null constraint proposal_description_prose check (is_prose(description, 5000)),
    minutes int not null constraint proposal_minutes_range check (minutes between 1 and 20160),
    size int not null constraint proposal_size_range check (size between 1 and 10000),
    dates text not null constraint proposal_dates_prose check (is_prose(dates, 1000)),
    audience text not null constraint proposal_audience_prose check (is_prose(audience, 1000)),
    equipment text not null constraint proposal_equipment_prose check (is_prose(equipment, 1000)),
    made_at timestamptz not null default app_now(),
    state text not null default 'new' constraint proposal_state_known check (state in ('new', 'accepted', 'declined')),
    session_id bigint,
    decline_reason text constraint proposal_decline_reason_line check (is_line(decline_reason, 500)),
    decided_at timestamptz,
    decided_by bigint constraint proposal_decided_by references person,
    constraint proposal_invitation foreign key (invitation_id, event_id) references proposal_invitation (id, event_id),
    constraint proposal_session foreign key (session_id, event_id) references session (id, event_id) on delete set null (session_id),
    constraint proposal_no_case_data check (not names_a_case(title) and not names_a_case(description)),
    constraint proposal_decided_whole check ((state = 'new') = (decided_at is null)),
    constraint proposal_declined_has_reason check ((state = 'declined') = (decline_reason is not null)),
    constraint proposal_session_of_accepted check (session_id is null or state = 'accepted')
);
create index proposal_in_event on proposal (event_id, id);
create index proposal_session_made on proposal (session_id) where session_id is not null;
