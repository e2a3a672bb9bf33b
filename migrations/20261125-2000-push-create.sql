-- Browsers that show messages of this installation, and which messages go to them before they go to a phone.
create schema push;

create table push.subscription (
	-- Made of the address, so that a browser is there once and belongs to who subscribed last.
	subscription_id bigint primary key,
	account_id bigint not null,
	-- The address at the push service and the browser's keys, encrypted: whoever has them can reach the person.
	target_sealed bytea not null,
	subscribed_at timestamptz not null,
	-- When the push service last took something for it.
	taken_at timestamptz
);

create index subscription_account on push.subscription (account_id);

alter table messages.message drop constraint message_channel_check;
alter table messages.message add constraint message_channel_check check (channel in ('sms', 'app', 'call', 'push')) not valid;
alter table messages.setting add column push_first text[] not null default '{reminder}';
