-- Who did what with a case, for the officers who lead it: only entries that name a case are in the index.
create index entry_case on audit.entry (case_id, at desc, entry_id desc) where case_id is not null;
