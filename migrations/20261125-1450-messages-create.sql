-- Every message to a person, kept until it is told: a killed worker loses none and sends none twice.
create schema messages;

-- What messages say. A million people are told the same words, which stand here once.
create table messages.wording (
	wording bytea primary key,
	vi text not null,
	en text not null
);

create table messages.message (
	person_id bigint not null,
	-- Made from the person and the sender's key: queued twice is one message. The gateway knows it by this.
	message_id bigint not null,
	kind text not null check (kind in ('correction', 'alert', 'notice', 'reminder')),
	-- What it was sent for: an alert, a duty to report.
	source_id bigint not null,
	-- The authority that sends it, whose officers call who cannot be reached and lives nowhere known.
	area_path text not null,
	wording bytea not null,
	channel text not null check (channel in ('sms', 'app', 'call')),
	wakes boolean not null,
	queued_at timestamptz not null,
	due_at timestamptz not null,
	expires_at timestamptz not null,
	state text not null check (state in
		('waiting', 'sending', 'sent', 'unsure', 'to-call', 'failed', 'blocked', 'expired', 'recalled')),
	attempts smallint not null default 0,
	-- The batch in which a worker tries it.
	attempt_id bigint,
	attempted_at timestamptz,
	settled_at timestamptz,
	reason text,
	read_at timestamptz,
	primary key (person_id, message_id)
);

create index message_due on messages.message (kind, wakes, due_at) where state = 'waiting';
create index message_sending on messages.message (attempted_at) where state = 'sending';
create index message_source on messages.message (source_id, person_id);

-- What was sent for is withdrawn: nothing more of it goes out, whenever it was queued.
create table messages.recall (
	source_id bigint primary key,
	recalled_at timestamptz not null
);

-- Who wants no reminders, and whose number is somebody else's.
create table messages.refusal (
	person_id bigint primary key,
	stopped_at timestamptz,
	wrong_number_at timestamptz
);

-- What people answered.
create table messages.reply (
	reply_id bigint primary key,
	person_id bigint not null,
	sort text not null check (sort in ('stop', 'start', 'wrong-number', 'answer')),
	-- The message it answers, if one was sent to that number.
	message_id bigint,
	kind text,
	source_id bigint,
	-- It may say how somebody is: encrypted.
	text_sealed bytea not null,
	received_at timestamptz not null,
	handled_at timestamptz
);

create index reply_open on messages.reply (kind, received_at, reply_id) where handled_at is null;
create index reply_person on messages.reply (person_id);

-- How many of a kind were taken and how many failed, minute by minute, for the breaker.
create table messages.tally (
	kind text not null,
	minute timestamptz not null,
	taken integer not null,
	failed integer not null,
	primary key (kind, minute)
);

-- Sending of a kind was stopped because too much failed, until an administrator resumes it.
create table messages.pause (
	pause_id bigint primary key,
	kind text not null,
	paused_at timestamptz not null,
	taken integer not null,
	failed integer not null,
	resumed_at timestamptz,
	resumed_by bigint
);

create unique index pause_once on messages.pause (kind) where resumed_at is null;

-- The rules of sending. Operators add a version; none is ever changed.
create table messages.setting (
	version integer primary key,
	-- Minutes after midnight in Viet Nam; nobody is woken from the first until the second.
	quiet_from smallint not null check (quiet_from between 0 and 1439),
	quiet_until smallint not null check (quiet_until between 0 and 1439),
	-- Whether a text goes without diacritics where that saves a segment.
	unaccents boolean not null,
	-- The kinds that STOP ends.
	stop_ends text[] not null,
	attempts_max smallint not null check (attempts_max between 1 and 20),
	-- Sending pauses when so many of a hundred failed, of at least so many, within so many minutes.
	breaker_percent smallint not null check (breaker_percent between 1 and 100),
	breaker_least integer not null check (breaker_least between 1 and 1000000),
	breaker_minutes smallint not null check (breaker_minutes between 1 and 1440),
	valid_from timestamptz not null,
	decision text not null
);
