-- A browser shows messages while whoever allowed it is signed in there: signing out, or losing the phone, ends it.
alter table push.subscription add column session_id bigint;
