import { dayOf } from '#shared/language';
import { type Column, column } from './column.ts';
import type { DayRow } from './contact-columns.ts';
import type { CaseRecord, ContactRecord, Who } from './records.ts';
import { bornOf } from './who-columns.ts';

// The columns of Go.Data's own files: the paths of its records, with the ids of its reference data as values.

const reference = (category: string, code: string | undefined): string | undefined =>
	code && `LNG_REFERENCE_DATA_CATEGORY_${category}_${code}`;

/** Vietnamese names begin with the family's: the last word is what somebody is called. Masked ones are no name. */
function partsOf(who: Who | undefined): { first?: string; middle?: string; last?: string } {
	const words = who?.name.includes('***') ? [] : (who?.name.split(/\s+/) ?? []);
	if (words.length < 2) return { first: words[0] };
	return { first: words.at(-1), middle: words.slice(1, -1).join(' '), last: words[0] };
}

const genderCodes: { [gender: string]: string } = { male: 'MALE', female: 'FEMALE', other: 'OTHER' };
const outcomeCodes: { [outcome: string]: string } = { recovered: 'RECOVERED', died: 'DECEASED', unknown: 'UNKNOWN' };

const personColumns = <Record extends { who?: Who }>(): Column<Record>[] => [
	column('firstName', 20, ({ who }) => partsOf(who).first),
	column('middleName', 20, ({ who }) => partsOf(who).middle),
	column('lastName', 20, ({ who }) => partsOf(who).last),
	column('gender', 40, ({ who }) => reference('GENDER', genderCodes[who?.gender ?? ''])),
	column('dob', 12, ({ who }) => (who?.birthDate ? bornOf(who) : undefined)),
	column('addresses[0].addressLine1', 40, ({ who }) => who?.address),
	column('addresses[0].city', 30, ({ who }) => who?.commune),
	column('addresses[0].phoneNumber', 16, ({ who }) => who?.phone),
];

export const goDataCases: Column<CaseRecord>[] = [
	column('visualId', 18, ({ number }) => number),
	...personColumns<CaseRecord>(),
	column('occupation', 20, ({ occupation }) => occupation),
	column('classification', 40, ({ classification }) =>
		reference(
			'CASE_CLASSIFICATION',
			classification === 'discarded' ? 'NOT_A_CASE_DISCARDED' : classification.toUpperCase(),
		),
	),
	column('dateOfOnset', 12, ({ onsetOn }) => onsetOn),
	column('dateBecomeCase', 12, ({ sampledOn }) => sampledOn),
	column('dateOfReporting', 12, ({ openedAt }) => dayOf(openedAt)),
	column('outcomeId', 40, ({ outcome }) => reference('OUTCOME', outcomeCodes[outcome ?? ''])),
	column('dateOfOutcome', 12, ({ outcomeOn }) => outcomeOn),
	column('dateRanges[0].typeId', 40, ({ isolatedAt }) => isolatedAt && reference('PERSON_DATE_TYPE', 'ISOLATION')),
	column('dateRanges[0].startDate', 12, ({ isolatedAt }) => isolatedAt && dayOf(isolatedAt)),
];

export const goDataContacts: Column<ContactRecord>[] = [
	column('visualId', 22, ({ contactId }) => contactId),
	...personColumns<ContactRecord>(),
	column('dateOfLastContact', 12, ({ lastExposedAt }) => dayOf(lastExposedAt)),
	column('followUp.startDate', 12, ({ followFrom }) => followFrom),
	column('followUp.endDate', 12, ({ followUntil }) => followUntil),
	column('relationship.relatedId', 18, ({ caseNumber }) => caseNumber),
	column('relationship.contactDate', 12, ({ lastExposedAt }) => dayOf(lastExposedAt)),
	column('relationship.dateOfFirstContact', 12, ({ firstExposedAt }) => firstExposedAt && dayOf(firstExposedAt)),
	column('relationship.comment', 30, ({ origin, minutes }) =>
		minutes === undefined ? origin : `${origin}, ${minutes} min`,
	),
];

const statusOf = ({ on: { state } }: DayRow): string | undefined => {
	if (state === 'ahead') return 'NOT_PERFORMED';
	if (state === 'silent') return 'MISSED';
	return state === 'well' ? 'SEEN_OK' : 'SEEN_NOT_OK';
};

export const goDataDays: Column<DayRow>[] = [
	column('personId', 22, ({ contactId }) => contactId),
	column('date', 12, ({ on }) => on.day),
	column('index', 6, ({ on }) => on.index),
	column('statusId', 60, (row) => reference('CONTACT_DAILY_FOLLOW_UP_STATUS_TYPE', statusOf(row))),
];

/** A row for each test, of the cases. */
export type TestRow = CaseRecord & { test: CaseRecord['tests'][number] };

export const goDataTests: Column<TestRow>[] = [
	column('personId', 18, ({ number }) => number),
	column('dateSampleTaken', 12, ({ test }) => dayOf(new Date(test.sampledAt))),
	column('dateOfResult', 12, ({ test }) => test.resultAt && dayOf(new Date(test.resultAt))),
	column('labName', 30, ({ test }) => test.laboratory),
	column('sampleIdentifier', 20, ({ test }) => test.sampleId),
	column('testType', 12, ({ test }) => test.kind.toUpperCase()),
	column('result', 40, ({ test }) => reference('LAB_TEST_RESULT', test.result.toUpperCase())),
	column('testedFor', 14, ({ disease }) => disease),
];
