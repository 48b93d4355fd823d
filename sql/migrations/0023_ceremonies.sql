-- The night itself: a ceremony for one or several schemes, compiled from their frozen results, with hand edits beside it that survive
-- being compiled again, and one sequence of cues that every screen follows.

create table ceremony (
    id bigint generated always as identity constraint ceremony_pkey primary key,
    slug text not null constraint ceremony_slug_form check (is_slug(slug)) constraint ceremony_slug_once unique,
    title text not null constraint ceremony_title_line check (is_line(title, 200) and not names_a_case(title)),
    room_id bigint not null constraint ceremony_room references room,
    doors_at timestamptz,
    starts_at timestamptz not null constraint ceremony_starts_finite check (isfinite(starts_at)),
    -- When it should be over; null is as long as it takes.
    finish_at timestamptz,
    -- The newest compiled version; null before the first.
    version int constraint ceremony_version_positive check (version > 0),
    made_by bigint constraint ceremony_made_by references person,
    made_at timestamptz not null default app_now(),
    constraint ceremony_doors_before_start check (doors_at <= starts_at and starts_at - doors_at <= interval '12 hours'),
    constraint ceremony_finishes_after_start check (finish_at > starts_at and finish_at - starts_at <= interval '12 hours')
);

create table ceremony_scheme (
    ceremony_id bigint not null constraint ceremony_scheme_ceremony references ceremony,
    scheme_id bigint not null constraint ceremony_scheme_scheme references scheme,
    place int not null,
    constraint ceremony_scheme_pkey primary key (ceremony_id, scheme_id)
);

-- Who does what on the night. The presenter and the stage manager are two people: a winner shows only when both have confirmed.
create table ceremony_crew (
    ceremony_id bigint not null constraint ceremony_crew_ceremony references ceremony,
    part text not null constraint ceremony_crew_part_known check (part in ('presenter', 'stage_manager', 'reader', 'photographer')),
    person_id bigint not null constraint ceremony_crew_person references person,
    constraint ceremony_crew_pkey primary key (ceremony_id, part, person_id)
);
create unique index ceremony_crew_one_each on ceremony_crew (ceremony_id, part) where part in ('presenter', 'stage_manager');
create unique index ceremony_crew_two_people on ceremony_crew (ceremony_id, person_id) where part in ('presenter', 'stage_manager');
create index ceremony_crew_of_person on ceremony_crew (person_id);

create table ceremony_version (
    ceremony_id bigint not null constraint ceremony_version_ceremony references ceremony,
    number int not null constraint ceremony_version_number_positive check (number > 0),
    compiled_at timestamptz not null default app_now(),
    compiled_by bigint constraint ceremony_version_compiled_by references person,
    constraint ceremony_version_pkey primary key (ceremony_id, number)
);
-- The frozen results that a version was compiled from.
create table ceremony_version_result (
    ceremony_id bigint not null,
    number int not null,
    scheme_id bigint not null,
    hash bytea not null constraint ceremony_version_result_hash_size check (octet_length(hash) = 32),
    constraint ceremony_version_result_pkey primary key (ceremony_id, number, scheme_id),
    constraint ceremony_version_result_version foreign key (ceremony_id, number) references ceremony_version (ceremony_id, number),
    constraint ceremony_version_result_scheme foreign key (scheme_id) references scheme
);

-- An award as compiled: how many there are to name, and its place before hand edits. No winner is in it.
create table ceremony_award (
    ceremony_id bigint not null,
    number int not null,
    category_id bigint not null constraint ceremony_award_category references category,
    place int not null constraint ceremony_award_place_positive check (place > 0),
    -- Of how many rounds it consists: a winner for each band, or one person after another where everybody is celebrated.
    steps int not null constraint ceremony_award_steps_positive check (steps >= 0),
    constraint ceremony_award_pkey primary key (ceremony_id, number, category_id),
    constraint ceremony_award_version foreign key (ceremony_id, number) references ceremony_version (ceremony_id, number),
    constraint ceremony_award_place_once unique (ceremony_id, number, place) deferrable initially deferred
);

-- Who is in the running, without who won.
create table ceremony_finalist (
    ceremony_id bigint not null,
    number int not null,
    category_id bigint not null,
    candidate_id bigint not null,
    band text,
    constraint ceremony_finalist_pkey primary key (ceremony_id, number, candidate_id),
    constraint ceremony_finalist_award foreign key (ceremony_id, number, category_id)
        references ceremony_award (ceremony_id, number, category_id),
    constraint ceremony_finalist_candidate foreign key (candidate_id, category_id) references candidate (id, category_id)
);

-- What is announced, step by step: out of the serving role's reach, which gets at it by the functions of `05_ceremonies.sql`.
create table ceremony_winner (
    ceremony_id bigint not null,
    number int not null,
    category_id bigint not null,
    step int not null constraint ceremony_winner_step_positive check (step > 0),
    candidate_id bigint not null,
    outcome text not null constraint ceremony_winner_outcome_known
        check (outcome in ('winner', 'joint_winner', 'highly_commended', 'commended', 'celebrated')),
    constraint ceremony_winner_pkey primary key (ceremony_id, number, candidate_id),
    constraint ceremony_winner_award foreign key (ceremony_id, number, category_id)
        references ceremony_award (ceremony_id, number, category_id),
    constraint ceremony_winner_candidate foreign key (candidate_id, category_id) references candidate (id, category_id)
);

create trigger ceremony_version_is_append_only before update or delete on ceremony_version
    for each row execute function history_is_kept();
create trigger ceremony_version_result_is_append_only before update or delete on ceremony_version_result
    for each row execute function history_is_kept();
create trigger ceremony_winner_is_append_only before update or delete on ceremony_winner
    for each row execute function history_is_kept();

-- What somebody wrote over what was compiled. It belongs to the welcome, an award or the close, whatever version is current; null is
-- as compiled.
create table ceremony_edit (
    ceremony_id bigint not null constraint ceremony_edit_ceremony references ceremony,
    item text not null constraint ceremony_edit_item_known check (item in ('welcome', 'award', 'close')),
    category_id bigint constraint ceremony_edit_category references category,
    script text constraint ceremony_edit_script_prose check (is_prose(script, 5000) and btrim(script) <> '' and not names_a_case(script)),
    presenter text constraint ceremony_edit_presenter_line check (is_line(presenter, 300)),
    minutes int constraint ceremony_edit_minutes_range check (minutes between 1 and 240),
    place int constraint ceremony_edit_place_positive check (place > 0),
    edited_by bigint constraint ceremony_edit_edited_by references person,
    edited_at timestamptz not null default app_now(),
    constraint ceremony_edit_once unique nulls not distinct (ceremony_id, item, category_id),
    constraint ceremony_edit_award_has_category check ((item = 'award') = (category_id is not null)),
    constraint ceremony_edit_only_awards_move check (item = 'award' or place is null)
);

-- Something between two awards, after one of them; null is after the welcome.
create table ceremony_interlude (
    id bigint generated always as identity constraint ceremony_interlude_pkey primary key,
    ceremony_id bigint not null constraint ceremony_interlude_ceremony references ceremony,
    category_id bigint constraint ceremony_interlude_category references category,
    title text not null constraint ceremony_interlude_title_line check (is_line(title, 200) and not names_a_case(title)),
    minutes int not null constraint ceremony_interlude_minutes_range check (minutes between 1 and 240)
);
create index ceremony_interlude_of_ceremony on ceremony_interlude (ceremony_id);

-- Where the ceremony is. Every change takes the next number of `sequence`, which the screens follow.
create table ceremony_cue (
    ceremony_id bigint constraint ceremony_cue_pkey primary key constraint ceremony_cue_ceremony references ceremony,
    is_rehearsal boolean not null default false,
    sequence bigint not null default 1,
    -- The award on stage; null before the first and after the last.
    category_id bigint constraint ceremony_cue_category references category,
    state text not null default 'waiting' constraint ceremony_cue_state_known
        check (state in ('waiting', 'holding', 'category', 'finalists', 'drum_roll', 'winner', 'citation', 'applause', 'done')),
    step int not null default 1 constraint ceremony_cue_step_positive check (step > 0),
    changed_at timestamptz not null default app_now(),
    constraint ceremony_cue_award_on_stage check ((category_id is null) = (state in ('waiting', 'done')))
);
-- Awards that are over.
create table ceremony_given (
    ceremony_id bigint not null constraint ceremony_given_ceremony references ceremony,
    category_id bigint not null constraint ceremony_given_category references category,
    given_at timestamptz not null default app_now(),
    constraint ceremony_given_pkey primary key (ceremony_id, category_id)
);

-- One of the two confirmations of an award, each by themselves, of the version on stage.
create table ceremony_confirmation (
    ceremony_id bigint not null,
    category_id bigint not null constraint ceremony_confirmation_category references category,
    part text not null constraint ceremony_confirmation_part_known check (part in ('presenter', 'stage_manager')),
    person_id bigint not null,
    version int,
    confirmed_at timestamptz not null default app_now(),
    constraint ceremony_confirmation_pkey primary key (ceremony_id, category_id, part),
    constraint ceremony_confirmation_crew foreign key (ceremony_id, part, person_id)
        references ceremony_crew (ceremony_id, part, person_id) on delete cascade
);

-- How somebody nominated is named on the night: what a young person chose, and how a name is said.
create table ceremony_name (
    nominee_id bigint constraint ceremony_name_pkey primary key constraint ceremony_name_nominee references nominee,
    name text constraint ceremony_name_line check (is_line(name, 300)),
    pronunciation text constraint ceremony_name_pronunciation_line check (is_line(pronunciation, 200)),
    set_by bigint constraint ceremony_name_set_by references person,
    set_at timestamptz not null default app_now()
);

revoke all on ceremony_winner from practiceweek_app, practiceweek_readonly;
revoke insert, update, delete on ceremony_version, ceremony_version_result, ceremony_finalist from practiceweek_app;
revoke insert, delete on ceremony_award from practiceweek_app;
revoke delete on ceremony, ceremony_cue from practiceweek_app;
revoke all on ceremony_finalist, ceremony_name from practiceweek_readonly;
