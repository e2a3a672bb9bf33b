-- The orders of which the reason is gone and on which nobody has decided: in force, their case still closed as none. A case
-- that was opened again is a reason again, and one that was finished then was one.
create view endings.groundless_now as
select g.person_id, g.order_id, g.area_path, g.since, c.closed_reason as reason, o.kind, o.from_on, o.until_on
from endings.groundless g
join isolation.isolation_order o on o.person_id = g.person_id and o.order_id = g.order_id and o.ended_at is null
join cases.case c on c.case_id = g.case_id and c.closed_reason in ('discarded', 'mistake')
where g.kept_at is null;
