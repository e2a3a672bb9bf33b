-- Departures get a module of their own: a place and its timetable are two things, and places grew past one.
create schema trips;

alter table places.trip set schema trips;

-- A server that still runs reads and adds departures here until it is replaced.
create view places.trip as
	select place_id, trip_id, route, departs_at, arrives_at, seats, added_at, cancelled_at
	from trips.trip;
