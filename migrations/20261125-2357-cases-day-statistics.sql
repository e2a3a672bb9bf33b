-- How many cases lie in some weeks, for the plans of what is counted from them: of an expression PostgreSQL knows nothing by itself.
create statistics cases.case_counts_on
	on (coalesce(onset_on, sampled_on, (opened_at at time zone 'Asia/Ho_Chi_Minh')::date))
	from cases.case;
