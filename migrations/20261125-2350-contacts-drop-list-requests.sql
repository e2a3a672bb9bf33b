-- Lists of contacts leave by exports only: what was asked for here before is read and written by nothing any more.
drop table contacts.list_request;

drop table contacts.list_rule;
