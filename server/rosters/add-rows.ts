import type { Platform } from '#platform/platform';
import { Problem } from '#platform/problem';
import { addResidents, holdCordon, type NewResident } from '#residents';
import { lockRoster, moveRoster, selectGoodRows, setState } from './queries.ts';

const rowsAtOnce = 200;

/**
 * Adds what is left of a roster, some hundred rows in a transaction with how far it is: killed at any moment and run
 * again, it adds everybody once. Ends at once where another run has finished it; stops where the cordon is over.
 */
export async function addRows(platform: Platform, rosterId: string): Promise<void> {
	for (let isLeft = true; isLeft; ) isLeft = await addSome(platform, rosterId);
}

const addSome = (platform: Platform, rosterId: string): Promise<boolean> =>
	platform.db.transaction(async (db) => {
		const now = platform.clock.now();
		const roster = await db.find(lockRoster(rosterId));
		if (roster?.state !== 'running') return false;
		const rows = await db.rows(selectGoodRows(rosterId, roster.reached, rowsAtOnce));
		const cordon = rows.length ? await holdCordon({ db, now }, roster.cordon_id).catch(whereOver) : undefined;
		if (!cordon) {
			await db.run(setState(rosterId, rows.length ? 'stopped' : 'done', now));
			return false;
		}
		const residents = rows.map((row): NewResident => JSON.parse(platform.keys.decrypt(row.cells_sealed)).resident);
		const added = await addResidents({ db, now, platform }, cordon, {
			...{ residents, how: 'roster', by: roster.sent_by },
		});
		const known = added.filter(({ wasThere }) => wasThere).length;
		const reached = rows.at(-1)!.number;
		await db.run(moveRoster({ rosterId, reached, added: added.length - known, known, now }));
		return true;
	});

function whereOver(problem: unknown): undefined {
	if (!(problem instanceof Problem) || problem.code !== 'cordon-over') throw problem;
}
