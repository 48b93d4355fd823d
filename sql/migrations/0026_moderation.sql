-- The panel's meeting about an award: whom it talks about, what it votes on, and what was done in which order.

-- One meeting at a time; `candidate_id` is who is on the screen, null while nobody is.
create table meeting (
    id bigint generated always as identity constraint meeting_pkey primary key,
    category_id bigint not null,
    panel_id bigint not null,
    opened_by bigint not null constraint meeting_opened_by references person,
    opened_at timestamptz not null default app_now(),
    closed_at timestamptz,
    candidate_id bigint,
    constraint meeting_panel foreign key (category_id, panel_id) references panel_category (category_id, panel_id),
    constraint meeting_candidate foreign key (candidate_id, category_id) references candidate (id, category_id),
    constraint meeting_of_panel unique (id, category_id, panel_id),
    constraint meeting_over_shows_nobody check (closed_at is null or candidate_id is null)
);
create unique index meeting_one_open on meeting (category_id) where closed_at is null;

-- What the panel is asked: about one candidate for or against, of several which.
create table motion (
    id bigint generated always as identity constraint motion_pkey primary key,
    public_id uuid not null default gen_random_uuid() constraint motion_public_id_once unique,
    meeting_id bigint not null,
    category_id bigint not null,
    panel_id bigint not null,
    text text not null constraint motion_text_line check (is_line(text, 300) and not names_a_case(text)),
    moved_at timestamptz not null default app_now(),
    closed_at timestamptz,
    constraint motion_meeting foreign key (meeting_id, category_id, panel_id) references meeting (id, category_id, panel_id),
    constraint motion_of_category unique (id, category_id),
    constraint motion_of_panel unique (id, panel_id)
);
create unique index motion_one_open on motion (meeting_id) where closed_at is null;

create table motion_option (
    motion_id bigint not null,
    category_id bigint not null,
    candidate_id bigint not null,
    constraint motion_option_pkey primary key (motion_id, candidate_id),
    constraint motion_option_motion foreign key (motion_id, category_id) references motion (id, category_id),
    constraint motion_option_candidate foreign key (candidate_id, category_id) references candidate (id, category_id)
);
create index motion_option_of_candidate on motion_option (candidate_id);

-- One vote for each member; null is for none of those asked about. A vote whose voter turns out to have a conflict is void, and kept.
create table motion_vote (
    motion_id bigint not null,
    panel_id bigint not null,
    voter_id bigint not null,
    candidate_id bigint,
    is_void boolean not null default false,
    cast_at timestamptz not null default app_now(),
    constraint motion_vote_pkey primary key (motion_id, voter_id),
    constraint motion_vote_motion foreign key (motion_id, panel_id) references motion (id, panel_id),
    constraint motion_vote_of_member foreign key (panel_id, voter_id) references panel_member (panel_id, person_id),
    constraint motion_vote_option foreign key (motion_id, candidate_id) references motion_option (motion_id, candidate_id)
);

-- Nobody votes who has a conflict with any of those asked about, whoever writes first: both lock the candidates.
create function motion_vote_is_fair() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'DELETE' or (tg_op = 'UPDATE' and (old.is_void or not new.is_void
            or (to_jsonb(new) - 'is_void') is distinct from (to_jsonb(old) - 'is_void'))) then
        raise exception using errcode = '23514', constraint = 'motion_vote_is_kept', message = 'a vote stays as it was cast';
    elsif tg_op = 'UPDATE' then
        return new;
    end if;
    perform from candidate k join motion_option o on o.candidate_id = k.id where o.motion_id = new.motion_id
    order by k.id for no key update of k;
    perform from (select closed_at from motion where id = new.motion_id for share) m where m.closed_at is null;
    if not found then
        raise exception using errcode = '23514', constraint = 'motion_vote_while_open', message = 'the votes were counted';
    end if;
    if exists (select from motion_option o where o.motion_id = new.motion_id and conflicted(new.voter_id, o.candidate_id)) then
        raise exception using errcode = '23514', constraint = 'motion_vote_without_conflict', message = 'whoever has a conflict has no vote';
    end if;
    return new;
end
$$;
create trigger motion_vote_is_fair before insert or update or delete on motion_vote for each row execute function motion_vote_is_fair();

create function conflict_reaches_votes() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if new.is_binding and new.state <> 'dismissed' then
        update motion_vote v set is_void = true
        from motion_option o
        where o.candidate_id = new.candidate_id and v.motion_id = o.motion_id and v.voter_id = new.person_id and not v.is_void;
    end if;
    return null;
end
$$;
create trigger conflict_reaches_votes after insert or update on conflict for each row execute function conflict_reaches_votes();

-- What was done, in order. `absent` are the members whose screens stayed blank, as a conflict bound them at that moment.
create table meeting_step (
    id bigint generated always as identity constraint meeting_step_pkey primary key,
    meeting_id bigint not null constraint meeting_step_meeting references meeting,
    kind text not null constraint meeting_step_kind_known check (kind in ('opened', 'shown', 'cleared', 'moved', 'counted', 'closed')),
    candidate_id bigint constraint meeting_step_candidate references candidate,
    motion_id bigint constraint meeting_step_motion references motion,
    absent bigint[] not null default '{}',
    at timestamptz not null default app_now()
);
create trigger meeting_step_is_append_only before update or delete on meeting_step for each row execute function history_is_kept();
create trigger meeting_step_is_not_emptied before truncate on meeting_step for each statement execute function history_is_kept();

revoke delete on meeting, motion, motion_option, motion_vote, meeting_step from practiceweek_app;
revoke update on motion_option, meeting_step from practiceweek_app;
revoke all on meeting, motion, motion_option, motion_vote, meeting_step from practiceweek_readonly;
