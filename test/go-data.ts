import { writeCsv } from '#shared/text/csv';

/** A table of objects whose paths are its headings, as Go.Data flattens them: `addresses[0].phoneNumber`. */
function table(rows: readonly Record<string, string>[]): Buffer {
	const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	return Buffer.from(writeCsv([headings, ...rows.map((row) => headings.map((one) => row[one] ?? ''))]));
}

const code = (name: string) => `LNG_REFERENCE_DATA_${name}`;
const person = (index: number) => ({
	...{ firstName: `Số ${index}`, middleName: 'Văn', lastName: 'Nguyễn' },
	gender: code(`CATEGORY_GENDER_${index % 2 ? 'MALE' : 'FEMALE'}`),
	dob: index % 3 ? '' : '1987-05-03T00:00:00.000Z',
	'age.years': index % 3 ? String(20 + (index % 60)) : '',
	'documents[0].type': code('CATEGORY_DOCUMENT_TYPE_NATIONAL_ID_CARD'),
	'documents[0].number': `0010870${String(10_000 + index)}`,
	'addresses[0].addressLine1': `Số ${index} phố Hàng Bạc`,
	'addresses[0].phoneNumber': `09${String(10_000_000 + index)}`,
});

/**
 * An outbreak in Go.Data's layouts: cases, each with two contacts, a laboratory test, and follow-ups of each contact on
 * three days of which the last did not take place.
 */
export function writeGoData(cases: number) {
	const caseIds = Array.from({ length: cases }, (_, index) => `case-${index}`);
	const contacts = caseIds.flatMap((id, index) => [0, 1].map((which) => ({ met: id, index: 2 * index + which })));
	return {
		cases: table(
			caseIds.map((id, index) => ({
				...{ id, visualId: `HN-${1000 + index}`, ...person(index), occupation: code('CATEGORY_OCCUPATION_FARMER') },
				classification: code(`CATEGORY_CASE_CLASSIFICATION_${index % 4 ? 'CONFIRMED' : 'NOT_A_CASE_DISCARDED'}`),
				...{ dateOfOnset: `2026-11-${10 + (index % 10)}T00:00:00.000Z`, isDateOfOnsetApproximate: 'FALSE' },
				dateOfReporting: '2026-11-21T00:00:00.000Z',
				outcomeId: index % 5 ? '' : code('CATEGORY_OUTCOME_RECOVERED'),
				dateOfOutcome: index % 5 ? '' : '2026-11-22T00:00:00.000Z',
				...{ riskLevel: '', transferRefused: 'FALSE', safeBurial: '', pregnancyStatus: '' },
			})),
		),
		contacts: table(
			contacts.map(({ met, index }) => ({
				...{ id: `contact-${index}`, visualId: `CT-${index}`, ...person(500 + index) },
				dateOfLastContact: '2026-11-15T00:00:00.000Z',
				'followUp.status': code('CONTACT_FINAL_FOLLOW_UP_STATUS_TYPE_UNDER_FOLLOW_UP'),
				'relationship.relatedId': met,
				'relationship.contactDate': '2026-11-15T00:00:00.000Z',
				'relationship.certaintyLevelId': code('CATEGORY_CERTAINTY_LEVEL_3_HIGH'),
				'relationship.dateOfFirstContact': '2026-11-12T00:00:00.000Z',
			})),
		),
		tests: table(
			caseIds.map((id, index) => ({
				...{ personId: id, dateSampleTaken: '2026-11-18T00:00:00.000Z', dateTesting: '2026-11-19T00:00:00.000Z' },
				...{
					dateOfResult: '2026-11-19T00:00:00.000Z',
					labName: 'Viện Vệ sinh dịch tễ',
					sampleIdentifier: `M-${index}`,
				},
				testType: code('CATEGORY_TYPE_OF_LAB_TEST_RT_PCR'),
				result: code(`CATEGORY_LAB_TEST_RESULT_${index % 2 ? 'POSITIVE' : 'NEGATIVE'}`),
				status: code('CATEGORY_LAB_TEST_RESULT_STATUS_COMPLETED'),
			})),
		),
		followUps: table(
			contacts.flatMap(({ index }) =>
				['SEEN_OK', index % 2 ? 'SEEN_NOT_OK' : 'MISSED', 'NOT_PERFORMED'].map((status, day) => ({
					...{ personId: `contact-${index}`, date: `2026-11-${16 + day}T00:00:00.000Z`, index: String(day + 1) },
					...{ statusId: code(`CONTACT_DAILY_FOLLOW_UP_STATUS_TYPE_${status}`), targeted: 'TRUE' },
				})),
			),
		),
	};
}
