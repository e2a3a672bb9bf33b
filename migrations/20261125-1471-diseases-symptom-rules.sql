-- Lets an authority say which answers of a daily report count as symptoms, for the country or for an area and all below.
create table diseases.symptom_rule (
	-- 'any' judges the reports of diseases that have none.
	disease text not null,
	-- The area whose people it judges, with all areas below that have none of their own; empty: everywhere.
	area_path text not null,
	version integer not null,
	body jsonb not null,
	valid_from date not null,
	decision text not null,
	primary key (disease, area_path, version)
);
