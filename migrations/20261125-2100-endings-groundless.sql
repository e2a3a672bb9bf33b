-- Orders whose reason is gone: the case somebody met was not the disease, or was opened by mistake. A person decides.
create table endings.groundless (
	person_id bigint not null,
	order_id bigint not null,
	area_path text not null,
	case_id bigint not null,
	-- Why the case was closed.
	reason text not null check (reason in ('discarded', 'mistake')),
	since timestamptz not null,
	-- It was decided that the order stays.
	kept_at timestamptz,
	kept_by bigint,
	kept_reason text,
	primary key (person_id, order_id)
);

create index groundless_open on endings.groundless (area_path collate "C", since, order_id) where kept_at is null;
create index groundless_case on endings.groundless (case_id);
create index proposal_case on proposals.proposal (case_id) where case_id is not null;
