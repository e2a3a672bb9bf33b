-- Finds who lives in an area that is cordoned off, for the gates that must know it without a network.
create index person_area on identity.person (area_id);
