-- Open cases are few among many closed ones: each order of the list of open cases has an index of its own.
create index case_open_onset on cases.case (onset_order desc, case_id desc) where closed_at is null;

create index case_open_certainty on cases.case (certainty desc, opened_at desc, case_id desc) where closed_at is null;
