-- Where merges form a chain the id that stayed last is the person, for whom an alert counts and for whose case it is alike.
create view identity.merged as
with recursive kept (person_id, stays_id) as (
	select a.person_id, a.stays_id from identity.person_alias a where a.ended_at is null
	union
	select k.person_id, a.stays_id
	from kept k
	join identity.person_alias a on a.person_id = k.stays_id and a.ended_at is null
)
select k.person_id, k.stays_id
from kept k
where not exists (
	select from identity.person_alias a where a.person_id = k.stays_id and a.ended_at is null
);

-- Whoever is known under several ids, by each of them, with each other one.
create view identity.other_id as
with merged as (
	select person_id, stays_id from identity.merged
)
select m.person_id, m.stays_id as other_id from merged m
union all
select m.stays_id, m.person_id from merged m
union all
select one.person_id, other.person_id
from merged one
join merged other on other.stays_id = one.stays_id and other.person_id <> one.person_id;

-- Each contact under their own id and under the one that stayed: who is told is fixed by the first, so that undoing a
-- merge leaves nobody out, and counted by the second.
create or replace view alerts.met as
select a.alert_id, c.level, coalesce(m.stays_id, c.person_id) as person_id, c.person_id as own_id
from alerts.alert_case a
join contacts.contact c on c.case_id = a.case_id and c.state = 'confirmed'
left join identity.merged m on m.person_id = c.person_id
where not exists (
	select from alerts.alert_case own
	join cases.case k on k.case_id = own.case_id
	left join identity.merged km on km.person_id = k.person_id
	where own.alert_id = a.alert_id and coalesce(km.stays_id, k.person_id) = coalesce(m.stays_id, c.person_id)
);
