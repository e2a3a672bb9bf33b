-- Certificates get a module of their own: who is due to end isolation and the paper that says so are two things.
create schema certificates;

alter table endings.certificate set schema certificates;

-- A server that still runs issues, reads and takes back certificates here until it is replaced.
create view endings.certificate as
	select person_id, order_id, certificate_id, completed_on, issued_at, decided_by, decision_number, authority, revoked_at,
		revoked_by, revoked_reason
	from certificates.certificate;

alter table endings.template set schema certificates;

create view endings.template as
	select version, title, body, is_sample, source, valid_days from certificates.template;
