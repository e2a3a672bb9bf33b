-- For how many days a place may read its own log is a rule: 21 days, as long as the declaration of 2021 looked back.
alter table visits.rule add column log_days integer not null default 21;

alter table visits.rule add constraint rule_log_days check (log_days between 1 and 3650);
