-- A certificate may be taken back, and may say until when it is worth something; anybody may ask by its number.
alter table endings.certificate add column revoked_at timestamptz;

alter table endings.certificate add column revoked_by bigint;

-- For other officers; whoever verifies the paper reads only that it was taken back.
alter table endings.certificate add column revoked_reason text;

create index certificate_number on endings.certificate (certificate_id);

-- How many days after the isolation the paper still says something; empty: it has no end.
alter table endings.template add column valid_days integer check (valid_days between 1 and 3660);
