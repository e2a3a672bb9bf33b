-- How many people may be in a place at once, and when it closes: told at the door, and when those still inside are listed.
alter table places.place add column capacity integer;

alter table places.place add constraint place_capacity check (capacity between 1 and 1000000);

-- The time of day in Viet Nam; empty for a place that is always open.
alter table places.place add column closes_at time;
