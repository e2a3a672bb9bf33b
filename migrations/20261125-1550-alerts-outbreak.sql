-- An alert to everybody who met the cases of an outbreak; whom an alert is for is written once, for the count and the list.
alter table alerts.alert add column outbreak_id bigint;

-- Under the id that stayed; whoever is a case of the alert themself is not told that they met one.
create view alerts.met as
select a.alert_id, c.level, coalesce(alias.stays_id, c.person_id) as person_id
from alerts.alert_case a
join contacts.contact c on c.case_id = a.case_id and c.state = 'confirmed'
left join identity.person_alias alias on alias.person_id = c.person_id and alias.ended_at is null
where not exists (
	select from alerts.alert_case own
	join cases.case k on k.case_id = own.case_id
	where own.alert_id = a.alert_id and k.person_id in (c.person_id, alias.stays_id)
);
