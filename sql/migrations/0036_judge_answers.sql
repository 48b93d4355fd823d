-- Whoever is asked to judge says yes or no after reading the terms; 'paper' is an answer that was given on paper, or at the console,
-- where a seat is taken and used in one go.
alter table panel_member
    add column answer text not null default 'paper'
        constraint panel_member_answer_known check (answer in ('asked', 'accepted', 'declined', 'paper')),
    add column answered_at timestamptz;
create index panel_member_asked on panel_member (person_id) where answer = 'asked';
grant update (answer, answered_at) on panel_member to practiceweek_app;
