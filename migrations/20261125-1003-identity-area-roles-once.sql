-- A role an account has in an area (registrar) is given once, like one it has at a place.
create unique index held_role_area_once on identity.held_role (account_id, name, area_path) where ended_at is null and area_path is not null;
