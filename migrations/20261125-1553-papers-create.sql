-- The texts of decisions and notices of isolation (Mẫu 02 to 09 of NĐ 165/2026, Phụ lục IV), printed with what is known.
create schema papers;

-- Whose {words} are filled in. Operators add a version; none is ever changed.
create table papers.template (
	form text not null,
	version integer not null,
	title text not null,
	body text not null,
	-- The official texts are not public yet: until an administrator has compared the wording the paper says so.
	is_confirmed boolean not null,
	source text not null,
	primary key (form, version)
);
