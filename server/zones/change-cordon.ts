import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { Moment } from './cordon.ts';
import { type ExtentRow, extentFields, readExtent, Shape, shapeOf } from './extent.ts';
import { forgetLastEnd } from './home-cordons.ts';
import { type CordonRow, lockCordon, updateCordon } from './queries.ts';
import { deciderOfCordon } from './reach.ts';
import { noteStep, type Step } from './steps.ts';

const longMilliseconds = 366 * 86_400_000;

export const changeCordon = operation({
	name: 'zones.change-cordon',
	summary: {
		vi: 'Ghi quyết định điều chỉnh khoanh vùng: hẹp hơn, rộng hơn, lâu hơn hay ngắn hơn',
		en: 'Records the decision that changes a cordon: smaller, larger, longer or shorter',
	},
	who: deciderOfCordon,
	input: Type.Object(
		{
			cordonId: Id,
			decision: Type.String({ minLength: 3, maxLength: 500, description: 'Number of the decision, and why' }),
			...extentFields,
			isWholeArea: Type.Optional(Type.Literal(true, { description: 'It covers the whole area from now on' })),
			until: Type.Optional(Moment),
			stopsResidents: Type.Optional(Type.Boolean()),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ shape: Shape }),
	personal: 'changes',
	run: async ({ db, caller, now, platform, afterCommit }, input) => {
		const { cordonId, decision } = input;
		const row = await db.find(lockCordon(cordonId));
		if (!row) throw new Problem('not-found', { field: 'cordonId' });
		if (row.holds_until && row.holds_until <= now) throw new Problem('already-ended');
		const until = readUntil(input.until, row, now);
		const extent = readNewExtent(input, () => readExtent(input, platform.keys));
		const stopsResidents = input.stopsResidents ?? row.stops_residents;
		const next = { part: row.part, shape: row.shape, ...extent };
		const changes = changesOf(row, { ...next, until, stopsResidents });
		// Another list of households may be the only change; it is not told, since they are addresses.
		if (!Object.keys(changes).length && !extent) throw new Problem('invalid-input', { field: 'part' });
		await db.run(updateCordon({ cordonId, until, extent: extent ?? null, stopsResidents })).catch((error) => {
			throw brokenConstraint(error) === 'cordon_once' ? new Problem('conflict', { cause: error }) : error;
		});
		await noteStep({ db, actor: caller.actor, now }, { cordonId, kind: 'changed', words: decision, changes });
		afterCommit(() => forgetLastEnd(platform));
		return { shape: shapeOf(next) };
	},
});

function readUntil(text: string | undefined, { holds_from, holds_until }: CordonRow, now: Date): Date | null {
	if (text === undefined) return holds_until;
	const until = new Date(text);
	if (!(until > holds_from && until > now && until.getTime() - holds_from.getTime() <= longMilliseconds))
		throw new Problem('invalid-input', { field: 'until' });
	return until;
}

function readNewExtent(
	{ part, households, outline, isWholeArea }: { [name: string]: unknown },
	read: () => ExtentRow,
): ExtentRow | undefined {
	const isPart = part !== undefined || households !== undefined || outline !== undefined;
	if (isPart && isWholeArea) throw new Problem('invalid-input', { field: 'isWholeArea' });
	return isPart || isWholeArea ? read() : undefined;
}

function changesOf(
	row: CordonRow,
	next: Pick<ExtentRow, 'part' | 'shape'> & { until: Date | null; stopsResidents: boolean },
): Step['changes'] {
	const told: Step['changes'] = {
		part: [row.part ?? '', next.part ?? ''],
		shape: [shapeOf(row), shapeOf(next)],
		until: [row.holds_until?.toISOString() ?? '', next.until?.toISOString() ?? ''],
		stopsResidents: [String(row.stops_residents), String(next.stopsResidents)],
	};
	return Object.fromEntries(Object.entries(told).filter(([, [from, to]]) => from !== to));
}
