-- One person is one row of an area's lists: of those who were merged before, the record that reported last stays on them.
with ranked as (
	select d.person_id, d.duty_id, row_number() over (
		partition by m.stays_id, d.area_path
		order by d.ended_at desc nulls first, d.state in ('symptomatic', 'needs-review') desc,
			d.last_report_on desc nulls last, case d.kind when 'isolation' then 0 when 'contact' then 1 else 2 end,
			d.person_id = m.stays_id desc, d.duty_id
	) as place
	from (
		select person_id, stays_id from identity.merged
		union
		select stays_id, stays_id from identity.merged
	) m
	join monitoring.duty d on d.person_id = m.person_id and d.leads
), taken as (
	update monitoring.duty d set leads = false
	from ranked r
	where d.person_id = r.person_id and d.duty_id = r.duty_id and r.place > 1
	returning d.area_path, d.state
)
insert into monitoring.tally (area_path, state, people)
select area_path, state, -count(*) from taken group by area_path, state;
