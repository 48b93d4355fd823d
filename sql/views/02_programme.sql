-- What everyone but staff reads: the newest release's copy for what, when, where and who; capacity, places taken,
-- cancelling and closing come from the session itself, as they act at once.
create or replace view programme_entry as
select s.id, s.public_id, s.reference, e.id as event_id, e.slug as event_slug, e.title as event_title, e.state as event_state,
    rs.release_id, rs.title, rs.kind, rs.description, rs.strand_id, st.name as strand,
    lower(rs.during) as starts_at, upper(rs.during) as ends_at,
    rs.room_id, r.name as room, r.access as room_access, si.name as site, si.slug as site_slug, si.address as site_address, rs.online,
    s.capacity, s.taken, s.waiting, s.state, s.cancel_reason, s.cancelled_at, s.sequence, s.changed_at, s.created_at, s.revision,
    s.series_id, s.recurrence_id,
    array(select p.name from release_facilitator f join person p on p.id = f.person_id
          where f.release_id = rs.release_id and f.session_id = s.id order by p.name) as facilitators,
    st.slug as strand_slug
from release_session rs
join session s on s.id = rs.session_id
join event e on e.id = s.event_id
left join strand st on st.id = rs.strand_id
left join room r on r.id = rs.room_id
left join site si on si.id = r.site_id
where rs.latest;

-- What staff edit: every session, released or not.
create or replace view draft_entry as
select s.id, s.public_id, s.reference, e.id as event_id, e.slug as event_slug, e.title as event_title, e.state as event_state,
    null::bigint as release_id, s.title, s.kind, s.description, s.strand_id, st.name as strand,
    s.starts_at, s.ends_at, s.room_id, r.name as room, r.access as room_access, si.name as site, si.slug as site_slug,
    si.address as site_address, s.online_url is not null as online,
    s.capacity, s.taken, s.waiting, s.state, s.cancel_reason, s.cancelled_at, s.sequence, s.changed_at, s.created_at, s.revision,
    s.series_id, s.recurrence_id,
    array(select p.name from session_facilitator f join person p on p.id = f.person_id
          where f.session_id = s.id order by p.name) as facilitators,
    s.minutes, s.online_url, st.slug as strand_slug, s.ever_released,
    array(select p.email from session_facilitator f join person p on p.id = f.person_id
          where f.session_id = s.id order by p.email) as facilitator_emails,
    (select string_agg(words, '; ' order by words) from (
        select coalesce('role:' || a.role, 'service:' || a.service, 'team:' || t.name, 'employer:' || o.name, 'after:' || x.reference) as words
        from audience_rule a left join team t on t.id = a.team_id left join organisation o on o.id = a.organisation_id
            left join session x on x.id = a.after_session_id
        where a.session_id = s.id) rules) as audience
from session s
join event e on e.id = s.event_id
left join strand st on st.id = s.strand_id
left join room r on r.id = s.room_id
left join site si on si.id = r.site_id;
