-- From how many people on a second officer decides is said where lists leave, now that they leave one way only.
-- contacts.list_rule and contacts.list_request stay for a server of the version before; nothing writes them any more.
alter table exports.rule add column people_max integer not null default 50
	constraint people_max_fits check (people_max between 0 and 1000000);

update exports.rule
set people_max = coalesce(
	(select people_max from contacts.list_rule where valid_from <= now() order by version desc limit 1),
	people_max
);
