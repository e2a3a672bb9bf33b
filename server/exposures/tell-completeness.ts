import Type from 'typebox';
import { getOpenCaseRow, officerOfCase } from '#cases';
import { readIds } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { type NotedRow, selectNoted } from './queries-completeness.ts';
import { planByKey } from './queries-overlap.ts';
import { searchedOf } from './search.ts';

const placesMax = 200;

const shares = {
	visits: Type.Integer({ description: 'Noted there around the time of the case' }),
	leftRecorded: Type.Integer({ description: 'Of them with a recorded leaving; the others’ is inferred' }),
	byController: Type.Integer({ description: 'Noted by a controller or a gate, where few pass unseen' }),
	byVisitor: Type.Integer({ description: 'Scanned by the visitors themselves, where many pass unseen' }),
};

/** A list of contacts is never complete: nobody knows who walked past the poster. */
export const tellCompleteness = operation({
	name: 'exposures.tell-completeness',
	summary: {
		vi: 'Danh sách người cùng nơi có thể đầy đủ đến đâu: giờ ra nào được ghi nhận, ai ghi lượt vào',
		en: 'How complete the list of who shared a place can be: which leavings were recorded, who noted the visits',
	},
	who: officerOfCase,
	input: Type.Object({ caseId: Id }, { additionalProperties: false }),
	output: Type.Object({
		...shares,
		places: Type.Array(Type.Object({ place: Id, placeName: Type.String(), ...shares })),
	}),
	personal: 'none',
	caseId: ({ caseId }) => caseId,
	run: async ({ db, now }, { caseId }) => {
		const { personId, ...window } = searchedOf(await getOpenCaseRow(db, caseId), now);
		await db.run(planByKey());
		const rows = await db.rows(selectNoted(await readIds(db, personId), window, placesMax));
		const places = await getPlaces(
			db,
			rows.map((row) => row.place_id),
		);
		return {
			...sum(rows),
			places: rows.map((row) => ({
				...{ place: row.place_id, placeName: places.get(row.place_id)?.name ?? '' },
				...sum([row]),
			})),
		};
	},
});

function sum(rows: readonly NotedRow[]) {
	const add = (count: (row: NotedRow) => number) => rows.reduce((total, row) => total + count(row), 0);
	return {
		visits: add((row) => row.visits),
		leftRecorded: add((row) => row.left_recorded),
		byController: add((row) => row.by_controller),
		byVisitor: add((row) => row.by_visitor),
	};
}
