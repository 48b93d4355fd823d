-- Awards: schemes with frozen rules, nominations, candidates, panels, ballots, decisions and frozen results.

-- Which states may follow which, for everything here that has states.
create table award_transition (
    thing text not null,
    from_state text not null,
    to_state text not null,
    constraint award_transition_pkey primary key (thing, from_state, to_state)
);
insert into award_transition values
    ('scheme', 'draft', 'published'), ('scheme', 'published', 'frozen'),
    ('nomination', 'draft', 'submitted'), ('nomination', 'draft', 'withdrawn'),
    ('nomination', 'submitted', 'accepted'), ('nomination', 'submitted', 'ineligible'), ('nomination', 'submitted', 'withdrawn'),
    ('nomination', 'accepted', 'ineligible'), ('nomination', 'accepted', 'withdrawn'), ('nomination', 'ineligible', 'submitted'),
    ('candidate', 'standing', 'withdrawn'), ('candidate', 'standing', 'merged'), ('candidate', 'withdrawn', 'standing'),
    ('conflict', 'suggested', 'declared'), ('conflict', 'suggested', 'dismissed'), ('conflict', 'declared', 'dismissed'),
    ('conflict', 'dismissed', 'declared'),
    ('ballot', 'draft', 'submitted'), ('ballot', 'draft', 'abstained'), ('ballot', 'abstained', 'draft'),
    ('ballot', 'abstained', 'submitted'), ('ballot', 'submitted', 'abstained');

create function award_moves_as_allowed() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if new.state <> old.state and not exists (
        select from award_transition where thing = tg_table_name and from_state = old.state and to_state = new.state) then
        raise exception using errcode = '23514', constraint = tg_table_name || '_transition_allowed', message = 'it cannot move between these states';
    end if;
    return new;
end
$$;

-- Times are database time. `rules` is the canonical text that was published, and never changes afterwards.
create table scheme (
    id bigint generated always as identity primary key,
    slug text not null constraint scheme_slug_form check (is_slug(slug)),
    title text not null constraint scheme_title_line check (is_line(title, 200) and not names_a_case(title)),
    kind text not null constraint scheme_kind_known check (kind in ('competitive', 'tiered', 'celebrated')),
    ranking text not null default 'raw' constraint scheme_ranking_known check (ranking in ('raw', 'adjusted')),
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    grace_minutes int not null default 15 constraint scheme_grace_range check (grace_minutes between 0 and 1440),
    word_limit int not null default 500 constraint scheme_word_limit_range check (word_limit between 50 and 1000),
    quorum int not null default 2 constraint scheme_quorum_range check (quorum between 1 and 50),
    state text not null default 'draft' constraint scheme_state_known check (state in ('draft', 'published', 'frozen')),
    rules text,
    rules_hash bytea,
    published_at timestamptz,
    nominations_closed_at timestamptz,
    constraint scheme_slug_once unique (slug),
    constraint scheme_window_sane check (isfinite(opens_at) and isfinite(closes_at) and closes_at > opens_at),
    constraint scheme_published_whole check (num_nonnulls(rules, rules_hash, published_at) = case state when 'draft' then 0 else 3 end),
    constraint scheme_hash_of_rules check (rules_hash = sha256(convert_to(rules, 'UTF8')))
);
create trigger scheme_moves_as_allowed before update on scheme for each row execute function award_moves_as_allowed();

create function scheme_rules_stay() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if old.state <> 'draft' and (tg_op = 'DELETE' or (new.slug, new.title, new.kind, new.ranking, new.opens_at, new.closes_at,
            new.grace_minutes, new.word_limit, new.quorum, new.rules, new.rules_hash, new.published_at)
        is distinct from (old.slug, old.title, old.kind, old.ranking, old.opens_at, old.closes_at,
            old.grace_minutes, old.word_limit, old.quorum, old.rules, old.rules_hash, old.published_at)) then
        raise exception using errcode = '23514', constraint = 'scheme_rules_are_frozen', message = 'published rules never change';
    end if;
    return coalesce(new, old);
end
$$;
create trigger scheme_rules_stay before update or delete on scheme for each row execute function scheme_rules_stay();

create table category (
    id bigint generated always as identity primary key,
    scheme_id bigint not null constraint category_scheme references scheme,
    slug text not null constraint category_slug_form check (is_slug(slug)),
    title text not null constraint category_title_line check (is_line(title, 200) and not names_a_case(title)),
    nominee_kind text not null constraint category_nominee_kind_known check (nominee_kind in ('person', 'team', 'young_person')),
    winners int not null default 1 constraint category_winners_range check (winners between 1 and 50),
    eligibility text not null default '' constraint category_eligibility_prose check (is_prose(eligibility, 2000)),
    is_blind boolean not null default false,
    constraint category_slug_once unique (scheme_id, slug),
    constraint category_of_scheme unique (id, scheme_id),
    constraint category_with_winners unique (id, winners)
);

create table category_band (
    category_id bigint not null constraint category_band_category references category on delete cascade,
    name text not null constraint category_band_name_line check (is_line(name, 40)),
    place int not null,
    constraint category_band_pkey primary key (category_id, name)
);

create table criterion (
    id bigint generated always as identity primary key,
    category_id bigint not null constraint criterion_category references category,
    name text not null constraint criterion_name_line check (is_line(name, 100) and name !~ '='),
    scale text not null default '' constraint criterion_scale_prose check (is_prose(scale, 2000)),
    weight double precision not null default 1 constraint criterion_weight_range check (weight > 0 and weight <= 1000),
    min_mark int not null default 0,
    max_mark int not null default 10,
    constraint criterion_marks_in_order check (min_mark >= -1000 and max_mark <= 1000 and max_mark > min_mark),
    constraint criterion_with_bounds unique (id, category_id, min_mark, max_mark)
);
create unique index criterion_name_once on criterion (category_id, lower(name));

create function rules_stay() returns trigger language plpgsql set search_path = app, pg_temp as $$
declare
    touched bigint[];
begin
    if tg_table_name = 'category' then
        touched := array[case when tg_op <> 'INSERT' then old.scheme_id end, case when tg_op <> 'DELETE' then new.scheme_id end];
    else
        select array_agg(scheme_id) into touched from category
        where id in (case when tg_op <> 'INSERT' then old.category_id end, case when tg_op <> 'DELETE' then new.category_id end);
    end if;
    -- The share lock makes whoever publishes wait, and what comes after that is refused.
    if exists (select from (select state from scheme where id = any (touched) for share) s where s.state <> 'draft') then
        raise exception using errcode = '23514', constraint = 'rules_are_frozen', message = 'published rules never change';
    end if;
    return coalesce(new, old);
end
$$;
create trigger rules_stay before insert or update or delete on category for each row execute function rules_stay();
create trigger rules_stay before insert or update or delete on category_band for each row execute function rules_stay();
create trigger rules_stay before insert or update or delete on criterion for each row execute function rules_stay();

-- Who or what is nominated in a scheme: one row however many nominate. Young people are a pseudonym here and everywhere.
create table nominee (
    id bigint generated always as identity primary key,
    scheme_id bigint not null constraint nominee_scheme references scheme,
    person_id bigint constraint nominee_person references person,
    team_id bigint constraint nominee_team references team,
    pseudonym text constraint nominee_pseudonym_form check (pseudonym ~ '^Nominee [0-9A-Z]{3,6}$'),
    constraint nominee_is_one_thing check (num_nonnulls(person_id, team_id, pseudonym) = 1),
    constraint nominee_of_scheme unique (id, scheme_id),
    constraint nominee_person_once unique (scheme_id, person_id),
    constraint nominee_team_once unique (scheme_id, team_id),
    constraint nominee_pseudonym_once unique (scheme_id, pseudonym)
);

-- The one place of a young person's legal name, behind a role of its own.
create table young_person_name (
    nominee_id bigint constraint young_person_name_pkey primary key constraint young_person_name_nominee references nominee,
    legal_name text not null constraint young_person_name_line check (is_line(legal_name, 200))
);
revoke all on young_person_name from practiceweek_app, practiceweek_readonly;
grant select, insert, update, delete on young_person_name to practiceweek_safeguarding;

-- A nominee as judged in a category: one or more accepted nominations.
create table candidate (
    id bigint generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() constraint candidate_public_id_once unique,
    scheme_id bigint not null,
    category_id bigint not null,
    nominee_id bigint not null,
    code text not null constraint candidate_code_form check (code ~ '^[2-9B-DF-HJ-NP-TV-Z]{4}$'),
    band text,
    state text not null default 'standing' constraint candidate_state_known check (state in ('standing', 'withdrawn', 'merged')),
    merged_into bigint constraint candidate_merged_into references candidate,
    constraint candidate_category foreign key (category_id, scheme_id) references category (id, scheme_id),
    constraint candidate_nominee foreign key (nominee_id, scheme_id) references nominee (id, scheme_id),
    constraint candidate_band foreign key (category_id, band) references category_band (category_id, name),
    constraint candidate_code_once unique (category_id, code),
    constraint candidate_of_category unique (id, category_id),
    constraint candidate_merged_whole check ((state = 'merged') = (merged_into is not null))
);
create unique index candidate_one_standing on candidate (category_id, nominee_id) where state = 'standing';
create trigger candidate_moves_as_allowed before update on candidate for each row execute function award_moves_as_allowed();

create table nomination (
    id bigint generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() constraint nomination_public_id_once unique,
    scheme_id bigint not null,
    category_id bigint not null,
    nominee_id bigint not null,
    nominator_id bigint not null constraint nomination_nominator references person,
    typed_by bigint constraint nomination_typed_by references person,
    band text,
    statement text not null constraint nomination_statement_prose check (is_prose(statement, 12000) and not names_a_case(statement)),
    state text not null constraint nomination_state_known check (state in ('draft', 'submitted', 'accepted', 'ineligible', 'withdrawn')),
    candidate_id bigint,
    -- Another nominee's row was folded into this nomination's, so that one person may have two voices for one nominee.
    is_merged boolean not null default false,
    reason text constraint nomination_reason_line check (is_line(reason, 500)),
    made_at timestamptz not null default app_now(),
    submitted_at timestamptz,
    changed_at timestamptz not null default app_now(),
    constraint nomination_category foreign key (category_id, scheme_id) references category (id, scheme_id),
    constraint nomination_nominee foreign key (nominee_id, scheme_id) references nominee (id, scheme_id),
    constraint nomination_band foreign key (category_id, band) references category_band (category_id, name),
    constraint nomination_candidate foreign key (candidate_id, category_id) references candidate (id, category_id),
    constraint nomination_submitted_has_time check (state in ('draft', 'withdrawn') or submitted_at is not null),
    constraint nomination_accepted_has_candidate check ((state = 'accepted') = (candidate_id is not null)),
    constraint nomination_ineligible_has_reason check ((state = 'ineligible') = (reason is not null)),
    constraint nomination_says_something check (state = 'draft' or btrim(statement) <> '')
);
create unique index nomination_one_voice on nomination (category_id, nominee_id, nominator_id)
    where state in ('draft', 'submitted', 'accepted') and not is_merged;
create index nomination_of_candidate on nomination (candidate_id);
create trigger nomination_moves_as_allowed before update on nomination for each row execute function award_moves_as_allowed();

-- By database time and under a share lock of the scheme, so that whoever closes nominations waits for what is being handed in.
create function nomination_comes_in_time() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if new.state = 'submitted' and (tg_op = 'INSERT' or old.state = 'draft' or new.statement <> old.statement) then
        perform from (select * from scheme where id = new.scheme_id for share) s
        where s.state = 'published' and s.nominations_closed_at is null and app_now() >= s.opens_at
            and app_now() < s.closes_at + make_interval(mins => s.grace_minutes);
        if not found then
            raise exception using errcode = '23514', constraint = 'nomination_inside_window', message = 'nominations are not open';
        end if;
    end if;
    return new;
end
$$;
create trigger nomination_comes_in_time before insert or update on nomination for each row execute function nomination_comes_in_time();

create table panel (
    id bigint generated always as identity primary key,
    scheme_id bigint not null constraint panel_scheme references scheme,
    slug text not null constraint panel_slug_form check (is_slug(slug)),
    constraint panel_slug_once unique (scheme_id, slug),
    constraint panel_of_scheme unique (id, scheme_id)
);

-- A category is judged by one panel.
create table panel_category (
    category_id bigint constraint panel_category_pkey primary key,
    panel_id bigint not null,
    scheme_id bigint not null,
    constraint panel_category_category foreign key (category_id, scheme_id) references category (id, scheme_id),
    constraint panel_category_panel foreign key (panel_id, scheme_id) references panel (id, scheme_id),
    constraint panel_category_of_panel unique (category_id, panel_id)
);

create table panel_member (
    panel_id bigint not null constraint panel_member_panel references panel,
    person_id bigint not null constraint panel_member_person references person,
    part text not null constraint panel_member_part_known check (part in ('chair', 'deputy', 'judge')),
    added_at timestamptz not null default app_now(),
    constraint panel_member_pkey primary key (panel_id, person_id)
);
create unique index panel_member_one_chair on panel_member (panel_id) where part = 'chair';
create unique index panel_member_one_deputy on panel_member (panel_id) where part = 'deputy';
create index panel_member_of_person on panel_member (person_id);

-- Who stands on which side of a category: nobody judges where they nominated or were nominated, whichever came first.
create table category_side (
    category_id bigint not null constraint category_side_category references category,
    person_id bigint not null constraint category_side_person references person,
    side text not null constraint category_side_known check (side in ('nominating', 'judging')),
    constraint category_side_pkey primary key (category_id, person_id, side),
    constraint category_sides_apart exclude using gist (category_id with =, person_id with =, side with <>)
);
revoke insert, update, delete on category_side from practiceweek_app;

create function nomination_takes_side() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
    if new.state in ('submitted', 'accepted') then
        insert into category_side
        select new.category_id, p.id, 'nominating'
        from (select new.nominator_id as id union select person_id from nominee where id = new.nominee_id) p
        where p.id is not null order by p.id
        on conflict (category_id, person_id, side) do nothing;
    end if;
    return null;
end
$$;
create trigger nomination_takes_side after insert or update on nomination for each row execute function nomination_takes_side();

create function judges_take_side() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        delete from category_side s using panel_category c
        where s.category_id = c.category_id and c.panel_id = old.panel_id and s.person_id = old.person_id and s.side = 'judging';
        return null;
    end if;
    insert into category_side
    select c.category_id, new.person_id, 'judging' from panel_category c where c.panel_id = new.panel_id order by 1
    on conflict (category_id, person_id, side) do nothing;
    return null;
end
$$;
create trigger judges_take_side after insert or delete on panel_member for each row execute function judges_take_side();

create function panels_take_side() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        delete from category_side where category_id = old.category_id and side = 'judging';
        return null;
    end if;
    insert into category_side
    select new.category_id, m.person_id, 'judging' from panel_member m where m.panel_id = new.panel_id order by 2
    on conflict (category_id, person_id, side) do nothing;
    return null;
end
$$;
create trigger panels_take_side after insert or delete on panel_category for each row execute function panels_take_side();
revoke update on panel_category, panel_member from practiceweek_app;

-- Why a judge may not judge a candidate. A binding one holds until it is dismissed with a reason; advice does not.
create table conflict (
    id bigint generated always as identity primary key,
    candidate_id bigint not null constraint conflict_candidate references candidate,
    person_id bigint not null constraint conflict_person references person,
    kind text not null constraint conflict_kind_known
        check (kind in ('line', 'team', 'nominator', 'nominee', 'employer', 'declared', 'imposed')),
    is_binding boolean not null,
    state text not null constraint conflict_state_known check (state in ('suggested', 'declared', 'dismissed')),
    reason text not null constraint conflict_reason_line check (is_line(reason, 500)),
    made_at timestamptz not null default app_now(),
    dismissal text constraint conflict_dismissal_line check (is_line(dismissal, 500)),
    dismissed_by bigint constraint conflict_dismissed_by references person,
    constraint conflict_once unique (candidate_id, person_id, kind),
    constraint conflict_dismissed_has_reason check ((state = 'dismissed') = (dismissal is not null)),
    constraint conflict_declared_binds check (state <> 'declared' or is_binding)
);
create index conflict_of_person on conflict (person_id);
create trigger conflict_moves_as_allowed before update on conflict for each row execute function award_moves_as_allowed();

create table assignment (
    judge_id bigint not null,
    candidate_id bigint not null,
    category_id bigint not null,
    panel_id bigint not null,
    conflicted boolean not null default false,
    -- The judge's own order.
    place int not null constraint assignment_place_positive check (place >= 1),
    constraint assignment_pkey primary key (judge_id, candidate_id),
    constraint assignment_with_conflict unique (judge_id, candidate_id, conflicted),
    constraint assignment_candidate foreign key (candidate_id, category_id) references candidate (id, category_id),
    constraint assignment_panel foreign key (category_id, panel_id) references panel_category (category_id, panel_id),
    constraint assignment_judge foreign key (panel_id, judge_id) references panel_member (panel_id, person_id)
);
create index assignment_of_candidate on assignment (candidate_id);

create function conflicted(judge bigint, candidate_key bigint) returns boolean
language plpgsql stable parallel safe set search_path = app, pg_temp as $$
begin
    return exists (
        select from conflict where candidate_id = candidate_key and person_id = judge and is_binding and state <> 'dismissed');
end
$$;

-- What an assignment says of a conflict is what the conflicts say, whoever writes first: both lock the candidate.
create function assignment_knows_conflict() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    perform from candidate where id = new.candidate_id for no key update;
    new.conflicted := conflicted(new.judge_id, new.candidate_id);
    return new;
end
$$;
create trigger assignment_knows_conflict before insert or update on assignment for each row execute function assignment_knows_conflict();

create function conflict_locks_candidate() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    perform from candidate where id = new.candidate_id for no key update;
    return new;
end
$$;
create trigger a_conflict_locks_candidate before insert or update on conflict for each row execute function conflict_locks_candidate();

create function conflict_reaches_assignment() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    update assignment set place = place where candidate_id = new.candidate_id and judge_id = new.person_id;
    return null;
end
$$;
create trigger conflict_reaches_assignment after insert or update on conflict for each row execute function conflict_reaches_assignment();

create table judging_round (
    id bigint generated always as identity primary key,
    scheme_id bigint not null,
    panel_id bigint not null,
    number int not null,
    opened_at timestamptz not null default app_now(),
    closed_at timestamptz,
    -- Why it was closed although ballots were missing, and how many.
    missing int not null default 0 constraint judging_round_missing_not_negative check (missing >= 0),
    missing_reason text constraint judging_round_missing_reason_line check (is_line(missing_reason, 500)),
    constraint judging_round_panel foreign key (panel_id, scheme_id) references panel (id, scheme_id),
    constraint judging_round_number_once unique (panel_id, number),
    constraint judging_round_of_panel unique (id, panel_id),
    constraint judging_round_missing_has_reason check (missing = 0 or missing_reason is not null)
);
create unique index judging_round_one_open on judging_round (panel_id) where closed_at is null;

create function judging_round_is_kept() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' or old.closed_at is not null then
        raise exception using errcode = '23514', constraint = 'judging_round_stays_closed', message = 'a closed round stays as it was closed';
    end if;
    return new;
end
$$;
create trigger judging_round_is_kept before update or delete on judging_round for each row execute function judging_round_is_kept();

create table ballot (
    id bigint generated always as identity primary key,
    public_id uuid not null default gen_random_uuid() constraint ballot_public_id_once unique,
    judge_id bigint not null,
    candidate_id bigint not null,
    category_id bigint not null,
    panel_id bigint not null,
    round_id bigint not null,
    conflicted boolean not null default false constraint ballot_not_conflicted check (not conflicted),
    state text not null constraint ballot_state_known check (state in ('draft', 'submitted', 'abstained')),
    comment text not null default '' constraint ballot_comment_prose check (is_prose(comment, 2000) and not names_a_case(comment)),
    private_note text not null default '' constraint ballot_private_note_prose check (is_prose(private_note, 2000)),
    typed_by bigint constraint ballot_typed_by references person,
    is_paper boolean not null default false,
    revision int not null default 1,
    submitted_at timestamptz,
    changed_at timestamptz not null default app_now(),
    constraint ballot_assignment foreign key (judge_id, candidate_id, conflicted) references assignment (judge_id, candidate_id, conflicted),
    constraint ballot_candidate foreign key (candidate_id, category_id) references candidate (id, category_id),
    constraint ballot_round foreign key (round_id, panel_id) references judging_round (id, panel_id),
    constraint ballot_panel foreign key (category_id, panel_id) references panel_category (category_id, panel_id),
    constraint ballot_once unique (judge_id, candidate_id),
    constraint ballot_of_category unique (id, category_id),
    constraint ballot_submitted_has_time check ((state = 'submitted') = (submitted_at is not null))
);
create index ballot_of_candidate on ballot (candidate_id);
create trigger ballot_moves_as_allowed before update on ballot for each row execute function award_moves_as_allowed();

-- The bounds are the criterion's, so that a mark outside them cannot be.
create table ballot_mark (
    ballot_id bigint not null,
    category_id bigint not null,
    criterion_id bigint not null,
    min_mark int not null,
    max_mark int not null,
    mark int not null,
    constraint ballot_mark_pkey primary key (ballot_id, criterion_id),
    constraint ballot_mark_ballot foreign key (ballot_id, category_id) references ballot (id, category_id) on delete cascade,
    constraint ballot_mark_criterion foreign key (criterion_id, category_id, min_mark, max_mark)
        references criterion (id, category_id, min_mark, max_mark),
    constraint ballot_mark_in_bounds check (mark between min_mark and max_mark)
);

-- A ballot that no longer counts, as it was: the judge turned out to have a conflict.
create table voided_ballot (
    id bigint generated always as identity primary key,
    public_id uuid not null constraint voided_ballot_public_id_once unique,
    judge_id bigint not null constraint voided_ballot_judge references person,
    candidate_id bigint not null constraint voided_ballot_candidate references candidate,
    content jsonb not null,
    reason text not null constraint voided_ballot_reason_line check (is_line(reason, 500)),
    voided_at timestamptz not null default app_now()
);
create trigger voided_ballot_is_append_only before update or delete on voided_ballot for each row execute function history_is_kept();
create trigger voided_ballot_is_not_emptied before truncate on voided_ballot for each statement execute function history_is_kept();

-- A ballot is written while its round is open; the share lock makes whoever closes the round wait for it.
create function ballot_in_its_round() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' then
        if not exists (select from voided_ballot where public_id = old.public_id) then
            raise exception using errcode = '23514', constraint = 'ballot_is_kept', message = 'a ballot is never lost';
        end if;
        return old;
    end if;
    perform from (select closed_at from judging_round where id = new.round_id for share) r where r.closed_at is null;
    if not found then
        raise exception using errcode = '23514', constraint = 'ballot_in_open_round', message = 'the round is not open';
    end if;
    if tg_op = 'UPDATE' and (new.judge_id, new.candidate_id, new.public_id) is distinct from (old.judge_id, old.candidate_id, old.public_id) then
        raise exception using errcode = '23514', constraint = 'ballot_identity_is_for_life', message = 'a ballot keeps its judge and candidate';
    end if;
    return new;
end
$$;
create trigger ballot_in_its_round before insert or update or delete on ballot for each row execute function ballot_in_its_round();

create function mark_in_its_round() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    -- A ballot that is moved aside takes its marks along.
    if tg_op = 'DELETE' and not exists (select from ballot where id = old.ballot_id) then
        return old;
    end if;
    perform from (select r.closed_at from judging_round r join ballot b on b.round_id = r.id
        where b.id = case when tg_op = 'DELETE' then old.ballot_id else new.ballot_id end for share of r) r
    where r.closed_at is null;
    if not found then
        raise exception using errcode = '23514', constraint = 'ballot_mark_in_open_round', message = 'the round is not open';
    end if;
    return coalesce(new, old);
end
$$;
create trigger mark_in_its_round before insert or update or delete on ballot_mark for each row execute function mark_in_its_round();

-- A panel's decision on a candidate. Winners take numbered slots, of which the category has so many.
create table decision (
    candidate_id bigint constraint decision_pkey primary key,
    category_id bigint not null,
    scheme_id bigint not null,
    band text,
    outcome text not null constraint decision_outcome_known
        check (outcome in ('winner', 'joint_winner', 'highly_commended', 'commended', 'celebrated', 'not_placed')),
    slot int,
    winners int not null,
    ballots int not null,
    quorum int not null,
    is_waived boolean not null default false,
    rung text not null default '' constraint decision_rung_line check (rung = '' or is_line(rung, 100)),
    reason text not null constraint decision_reason_line check (is_line(reason, 500)),
    decided_by bigint constraint decision_decided_by references person,
    decided_at timestamptz not null default app_now(),
    constraint decision_candidate foreign key (candidate_id, category_id) references candidate (id, category_id),
    constraint decision_category foreign key (category_id, scheme_id) references category (id, scheme_id),
    constraint decision_winners foreign key (category_id, winners) references category (id, winners),
    constraint decision_slot_of_winner check ((outcome = 'winner') = (slot is not null)),
    constraint decision_slot_range check (slot between 1 and winners),
    constraint decision_has_quorum check (ballots >= quorum or is_waived or outcome in ('celebrated', 'not_placed'))
);
create unique index decision_one_winner on decision (category_id, coalesce(band, ''), slot) where outcome = 'winner';

create function decision_stays() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    perform from (select state from scheme where id = case when tg_op = 'DELETE' then old.scheme_id else new.scheme_id end for share) s
    where s.state = 'published';
    if not found then
        raise exception using errcode = '23514', constraint = 'decision_before_freeze', message = 'the result is frozen';
    end if;
    return coalesce(new, old);
end
$$;
create trigger decision_stays before insert or update or delete on decision for each row execute function decision_stays();

-- Every decision as it was made: what the audit, which admins read, must not tell before the embargo ends.
create table decision_step (
    id bigint generated always as identity constraint decision_step_pkey primary key,
    candidate_id bigint not null constraint decision_step_candidate references candidate,
    content jsonb not null,
    at timestamptz not null default app_now()
);
create trigger decision_step_is_append_only before update or delete on decision_step for each row execute function history_is_kept();
create trigger decision_step_is_not_emptied before truncate on decision_step for each statement execute function history_is_kept();

create function decision_is_remembered() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    insert into decision_step (candidate_id, content) values (coalesce(new.candidate_id, old.candidate_id), coalesce(to_jsonb(new), '{}'));
    return null;
end
$$;
create trigger decision_is_remembered after insert or update or delete on decision for each row execute function decision_is_remembered();

-- What a ceremony is compiled from. The serving role can neither read nor write it.
create table frozen_result (
    scheme_id bigint constraint frozen_result_pkey primary key constraint frozen_result_scheme references scheme,
    content text not null,
    hash bytea not null,
    frozen_at timestamptz not null default app_now(),
    frozen_by bigint constraint frozen_result_frozen_by references person,
    constraint frozen_result_hash_of_content check (hash = sha256(convert_to(content, 'UTF8')))
);
create trigger frozen_result_is_append_only before update or delete on frozen_result for each row execute function history_is_kept();
create trigger frozen_result_is_not_emptied before truncate on frozen_result for each statement execute function history_is_kept();
revoke all on frozen_result from practiceweek_app, practiceweek_readonly;
grant select, insert on frozen_result to practiceweek_results;

-- One person sets or lengthens an embargo; shortening it takes another who confirms.
create table embargo (
    scheme_id bigint constraint embargo_pkey primary key constraint embargo_scheme references scheme,
    until_at timestamptz not null constraint embargo_until_finite check (isfinite(until_at)),
    set_by bigint constraint embargo_set_by references person,
    confirmed_by bigint constraint embargo_confirmed_by references person,
    constraint embargo_confirmed_by_another check (confirmed_by <> set_by)
);
create table embargo_request (
    scheme_id bigint constraint embargo_request_pkey primary key constraint embargo_request_scheme references scheme,
    until_at timestamptz not null constraint embargo_request_until_finite check (isfinite(until_at)),
    asked_by bigint not null constraint embargo_request_asked_by references person,
    asked_at timestamptz not null default app_now()
);

create function embargo_takes_two() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' or (new.until_at < old.until_at and (new.confirmed_by is null or new.set_by is null)) then
        raise exception using errcode = '23514', constraint = 'embargo_shortened_by_two', message = 'an embargo is shortened by two people';
    end if;
    return new;
end
$$;
create trigger embargo_takes_two before update or delete on embargo for each row execute function embargo_takes_two();

revoke insert, update, delete on award_transition from practiceweek_app;
revoke delete on scheme, nominee, candidate, nomination, panel, conflict, judging_round, voided_ballot, decision_step, embargo from practiceweek_app;
revoke update on voided_ballot, decision_step from practiceweek_app;
revoke all on nominee, nomination, candidate, category_side, conflict, assignment, ballot, ballot_mark, voided_ballot, decision, decision_step
    from practiceweek_readonly;
