-- Which trip of a vehicle somebody boarded, and in which seat. In no index: whoever leaves is written without touching one.
alter table visits.visit add column trip_id bigint;

alter table visits.visit add column seat text;
