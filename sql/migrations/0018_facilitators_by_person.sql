-- What somebody leads is read with every page of theirs; the exclusion constraint's own index is slow at that.
create index release_facilitator_of_person on release_facilitator (person_id) where live;
