import Type from 'typebox';
import { readOwnPeople } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { account } from '#platform/who';
import { selectCertificatesOf } from './queries.ts';

const certificatesMax = 100;
const Day = Type.String({ format: 'date' });

export const listMine = operation({
	name: 'certificates.list-mine',
	summary: {
		vi: 'Giấy hoàn thành cách ly của mình và những người mình khai hộ',
		en: 'The certificates of completed isolation of oneself and of those one declares for',
	},
	who: account,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		certificates: Type.Array(Type.Object({ orderId: Id, person: Id, fromOn: Day, completedOn: Day })),
	}),
	personal: 'reads',
	run: async ({ db, caller: { actor }, about }) => {
		const own = await readOwnPeople(db, actor);
		about(...new Set(own.values()));
		const rows = await db.rows(selectCertificatesOf([...own.keys()], certificatesMax));
		return {
			certificates: rows.map((row) => ({
				...{ orderId: row.order_id, person: own.get(row.person_id)! },
				...{ fromOn: row.from_on, completedOn: row.completed_on },
			})),
		};
	},
});
