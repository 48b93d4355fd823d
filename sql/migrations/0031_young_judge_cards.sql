-- A card that was lost is withdrawn, and another one made; texts are found alike by their trigrams.
alter table young_judge add column withdrawn_at timestamptz;

create extension if not exists pg_trgm;
-- Where somebody made it before, it lies where our own functions look.
alter extension pg_trgm set schema app;
