-- Questionnaires as data. A published version never changes; every stored answer names the version it answered.
create schema forms;

create table forms.questionnaire (
	url text not null,
	version text not null,
	body jsonb not null,
	published_at timestamptz not null,
	primary key (url, version)
);

-- Which version people are asked now, and its settings: look-back days, the disease's name.
create table forms.current_form (
	name text primary key,
	url text not null,
	version text not null,
	settings jsonb not null,
	set_at timestamptz not null,
	foreign key (url, version) references forms.questionnaire (url, version)
);
