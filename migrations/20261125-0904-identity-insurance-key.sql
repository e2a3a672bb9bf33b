-- People are found by their health insurance number too, which is what an insurance card at a gate says.
alter table identity.person_key drop constraint person_key_kind_check;

alter table identity.person_key add constraint person_key_kind_check
	check (kind in ('phone', 'document', 'insurance', 'reference')) not valid;
