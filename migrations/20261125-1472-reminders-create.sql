-- Households, their links and reminders get a module of their own: monitoring grew past one.
create schema reminders;

alter table monitoring.household set schema reminders;

alter table monitoring.link set schema reminders;

alter table monitoring.reminder set schema reminders;
