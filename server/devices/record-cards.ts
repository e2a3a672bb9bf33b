import Type, { type Static } from 'typebox';
import { operation } from '#platform/operation';
import { device } from '#platform/who';
import { recordEvents } from '#visits';
import { writeContacts } from './contact.ts';
import { answerFields, Moment, Reasons, Status, scanFields, scansMax, skewOf } from './fields.ts';
import { gateReasons } from './gate-words.ts';
import { ensureCardPersons, maskCardPersons, openCards, Sealed } from './read-cards.ts';
import { answerScan } from './record-scans.ts';
import { asDevice } from './resolve-device.ts';

const closed = { additionalProperties: false };

const Scan = Type.Object(
	{ ...scanFields, who: Type.Object({ kind: Type.Literal('sealed'), sealed: Sealed }, closed) },
	closed,
);

const Answer = Type.Object({
	...answerFields,
	maskedName: Type.Optional(Type.String({ description: 'Nguyễn Văn ***' })),
	reasons: Type.Optional(Reasons),
});

export const recordCards = operation({
	name: 'devices.record-cards',
	summary: {
		vi: 'Ghi nhận những lượt vào ra bằng thẻ hoặc số giấy tờ đã niêm phong, theo thứ tự',
		en: 'Records entries and exits by sealed cards and document numbers, in their order',
	},
	who: device,
	input: Type.Object({ status: Status, scans: Type.Array(Scan, { minItems: 1, maxItems: scansMax }) }, closed),
	output: Type.Object({
		now: Moment,
		answers: Type.Array(Answer, { description: 'One for each scan, in order' }),
	}),
	// The gate is told a masked name, so whoever has the card reads that it was.
	personal: 'reads',
	purpose: () => 'in-out-control',
	run: async (context, { status, scans }) => {
		const { db, now, platform, caller, about } = context;
		const by = asDevice(caller.actor);
		const cards = await openCards(
			platform,
			scans.map(({ who }) => who.sealed),
		);
		const found = await ensureCardPersons(context, cards);
		const skewNow = skewOf(status, now);
		const told = scans.flatMap((scan, index) => {
			const { id, direction, at, skewSeconds = skewNow, shown, reasons, isDegraded, overrule, trip, seat } = scan;
			const one = found[index]!;
			if ('problem' in one) return [];
			const { place, gate } = by;
			const event = { id, direction, place, person: one.person, gate, at, skewSeconds };
			return [{ ...event, overrule, shown, reasons, isDegraded, trip, seat }];
		});
		const call = { input: undefined, caller, now };
		const recorded = told.length ? await recordEvents(context, [{ told, call }]) : [];
		const contact = { device: by, status, now, sent: scans.length, badCodes: 0 };
		for (const statement of writeContacts(platform, [contact])) await db.run(statement);
		const persons = [...new Set(told.map(({ person }) => person))];
		about(...persons);
		const names = await maskCardPersons(context, persons);
		let next = 0;
		const answers = scans.map(({ id }, index): Static<typeof Answer> => {
			const one = found[index]!;
			if ('problem' in one) return { id, problem: one.problem };
			const outcome = recorded[next++]!;
			const said = answerScan(id, outcome);
			return { ...said, maskedName: names.get(one.person) ?? '***', reasons: gateReasons(outcome.reasons) };
		});
		return { now: now.toISOString(), answers };
	},
});
