-- Departures of vehicles, so that a visit can name the trip and the seat.
create table places.trip (
	place_id bigint not null,
	trip_id bigint not null,
	route text not null,
	departs_at timestamptz not null,
	arrives_at timestamptz,
	-- The names of the seats in the order they are listed; empty where none has a number.
	seats text[] not null,
	added_at timestamptz not null,
	cancelled_at timestamptz,
	primary key (place_id, trip_id),
	constraint trip_goes_forward check (arrives_at > departs_at)
);

-- The same departure sent twice is one.
create unique index trip_once on places.trip (place_id, departs_at, route) where cancelled_at is null;
