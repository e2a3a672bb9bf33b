-- What a clinician decided of a case: without it or a positive test nobody learns who met the person.
create table cases.clinical_decision (
	case_id bigint not null,
	decision_id bigint not null,
	-- A name or an office, as it would stand on paper.
	decided_by text not null,
	decided_on date not null,
	is_disease boolean not null,
	decision text not null,
	recorded_by bigint,
	recorded_at timestamptz not null,
	primary key (case_id, decision_id)
);
