import type { Area } from '#areas';
import type { Answers } from '#shared/form/answers';

/** Who a person is, as far as whoever ordered may know: masked, or whole. */
export interface Who {
	name: string;
	gender?: string;
	/** 30–44; of a whole name the year or day of birth stand beside. */
	ageBand?: string;
	birthYear?: number;
	birthDate?: string;
	phone?: string;
	address?: string;
	commune?: string;
}

/** A case as it leaves. Of a closed one nothing is told that leads to the person: `person` and `who` are missing. */
export interface CaseRecord {
	caseId: string;
	number: string;
	person?: string;
	who?: Who;
	disease: string;
	classification: string;
	area?: Area;
	onsetOn?: string;
	sampledOn?: string;
	isolatedAt?: Date;
	openedAt: Date;
	closedAt?: Date;
	closedReason?: string;
	outcome?: string;
	outcomeOn?: string;
	source?: string;
	occupation?: string;
	outbreak?: string;
	rule: string;
	ruleVersion: number;
	tests: { kind: string; sampledAt: string; result: string; resultAt?: string; laboratory: string; sampleId: string }[];
}

/** Somebody who met a case. */
export interface ContactRecord {
	contactId: string;
	caseId: string;
	caseNumber: string;
	disease: string;
	person: string;
	who: Who;
	level: number;
	origin: string;
	state: string;
	firstExposedAt?: Date;
	lastExposedAt: Date;
	minutes?: number;
	/** Where they were together, the longest first; not told with each day of a follow-up. */
	places?: { name: string; minutes: number }[];
	rule?: string;
	ruleVersion?: number;
	reviewedAt?: Date;
	followFrom?: string;
	followUntil?: string;
}

/** A day of somebody's follow-up, with what was reported of it. */
export interface DayRecord {
	day: string;
	/** 1 on the first day. */
	index: number;
	/** `well`, `amber`, `red`, `silent` where nothing was said though it was due, `ahead` where the day has not come. */
	state: 'well' | 'amber' | 'red' | 'silent' | 'ahead';
	reports: {
		slot: number;
		reportedAt: Date;
		channel: string;
		level: string;
		answers: Answers;
		form: { url: string; version: string };
	}[];
}

export interface FollowedRecord extends ContactRecord {
	from: string;
	until: string;
	days: DayRecord[];
}
