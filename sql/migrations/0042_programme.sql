-- The programme that lies on the guests' chairs is one of the papers, with thanks of its own; and what a young person approved is read
-- by a second person before it is printed or shown.
alter table ceremony_print drop constraint ceremony_print_paper_known, add constraint ceremony_print_paper_known
    check (paper in ('script', 'envelopes', 'certificates', 'photographs', 'press', 'engraving', 'running_order', 'plan', 'cards', 'seating',
        'guests', 'programme'));

-- What stands on its last page; null is as always.
alter table ceremony add column thanks text
    constraint ceremony_thanks_prose check (is_prose(thanks, 2000) and btrim(thanks) <> '' and not names_a_case(thanks));

-- Whether a text counts without a second person: those that were approved before one was asked for, as long as they stay as they are.
alter table candidate_text add column is_unasked boolean not null default false;
update candidate_text set is_unasked = true where kind = 'approved';
create or replace function candidate_text_is_checked_anew() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        new.is_unasked := false;
        return new;
    end if;
    new.is_unasked := new.is_unasked and old.is_unasked;
    if new.text <> old.text or new.written_by <> old.written_by then
        new.checked_by := null;
        new.checked_at := null;
        new.is_unasked := false;
    end if;
    return new;
end
$$;
drop trigger candidate_text_is_checked_anew on candidate_text;
create trigger candidate_text_is_checked_anew before insert or update on candidate_text
    for each row execute function candidate_text_is_checked_anew();
