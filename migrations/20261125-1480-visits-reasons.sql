-- What a door said beside its verdict: the place was full, the seat taken, the card could not be looked up, the gate's data past its age. Bits, as server/visits/door-reasons.ts names them; nothing of why somebody's health stopped them.
alter table visits.visit add column reasons smallint not null default 0;
