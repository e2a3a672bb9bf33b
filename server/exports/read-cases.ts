import { type Area, getAreas } from '#areas';
import { readTestsOf } from '#laboratory';
import type { CaseRecord, Who } from './files/records.ts';
import { type CaseLine, streamCases } from './queries-records.ts';
import { nobody, readPeople } from './read-people.ts';
import { pagesOf, type Reading, told, yearOf } from './reading.ts';

/** The cases of an export, the newest first. Of closed ones nothing is told that leads to the person. */
export async function* readCases(reading: Reading): AsyncGenerator<CaseRecord> {
	const { db, keys, now, order, look } = reading;
	const year = yearOf(now);
	for await (const page of pagesOf(db.stream(streamCases(order)))) {
		const persons = page.flatMap((line) => (line.closed_at ? [] : [line.person_id]));
		await look(persons, page.length);
		const [people, tests, areas] = await Promise.all([
			readPeople({ db, keys, year }, persons, order.names),
			readTestsOf(db, persons),
			getAreas(db, page.map(areaIdOf)),
		]);
		for (const line of page) {
			const record = toCase(line, areas.get(areaIdOf(line)));
			if (line.closed_at) yield { ...record, tests: [] };
			else {
				const own = tests.get(line.person_id)?.filter(({ disease }) => disease === line.disease) ?? [];
				yield { ...record, ...toPerson(line, people.get(line.person_id)), tests: own };
			}
		}
	}
}

const areaIdOf = ({ area_path }: CaseLine) => Number(area_path.split('.').at(-1));

// What somebody does for a living tells who they are, in a small place.
const toPerson = (line: CaseLine, who: Who = nobody) => ({
	...{ person: line.person_id, who, occupation: told(line.occupation) },
});

const toCase = (line: CaseLine, area: Area | undefined): Omit<CaseRecord, 'tests'> => ({
	caseId: line.case_id,
	number: line.number ?? line.case_id,
	disease: line.disease,
	classification: line.classification,
	area,
	onsetOn: told(line.onset_on),
	sampledOn: told(line.sampled_on),
	isolatedAt: told(line.isolated_at),
	openedAt: line.opened_at,
	closedAt: told(line.closed_at),
	closedReason: told(line.closed_reason),
	outcome: told(line.outcome),
	outcomeOn: told(line.outcome_on),
	source: told(line.source),
	outbreak: told(line.outbreak_name),
	rule: line.rule,
	ruleVersion: line.rule_version,
});
