import Type from 'typebox';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { enrol, planEnrolment } from './enrol.ts';
import { issuing } from './fields.ts';
import { readMembers } from './member-rows.ts';
import { readTable } from './read-table.ts';

const Text = Type.Object({ vi: Type.String(), en: Type.String() });
const yearLong = 365 * 86_400_000;
const faultsMax = 200;

export const issueSheet = operation({
	name: 'cards.issue-sheet',
	summary: {
		vi: 'Lập thẻ cho cả danh sách (lớp, tổ sản xuất) từ bảng tính; nhập lại không thêm ai hai lần',
		en: 'Makes cards for a list of people (a class, a shift) from a spreadsheet; sent again it adds nobody twice',
	},
	who: issuing,
	input: Type.Object(
		{
			place: Id,
			base64: Type.String({
				maxLength: 700_000,
				pattern: '^[A-Za-z0-9+/]*={0,2}$',
				description: 'XLSX, or CSV in UTF-8',
			}),
			dryRun: Type.Boolean({ description: 'Only says what would be done' }),
			goodRowsOnly: Type.Optional(
				Type.Boolean({ description: 'Rows with a fault are left out; without it one fault stops the whole list' }),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		added: Type.Integer({ description: 'People who get a card' }),
		known: Type.Integer({ description: 'People who have one here already' }),
		isDone: Type.Boolean(),
		faults: Type.Array(Type.Object({ row: Type.Integer(), column: Text, text: Text })),
		moreFaults: Type.Integer({ description: 'Faults beyond the first 200' }),
	}),
	personal: 'changes',
	purpose: () => 'cards',
	limits: [{ what: 'place', by: (input) => input.place, limit: { count: 60, seconds: 3_600 } }],
	run: async (context, { place: placeId, base64, dryRun, goodRowsOnly }) => {
		const { db, now } = context;
		const place = (await getPlaces(db, [placeId])).get(placeId);
		if (!place || place.isClosed) throw new Problem('place-not-found', { field: 'place' });
		const { members, faults } = readMembers(await readTable(Buffer.from(base64, 'base64')), now);
		const isDone = !dryRun && members.length > 0 && (faults.length === 0 || goodRowsOnly === true);
		const expiresAt = new Date(now.getTime() + yearLong);
		const enrolment = isDone
			? await enrol(context, { placeId, members, expiresAt })
			: await planEnrolment(context, placeId, members);
		return {
			...enrolment,
			isDone,
			faults: faults.slice(0, faultsMax),
			moreFaults: Math.max(0, faults.length - faultsMax),
		};
	},
});
