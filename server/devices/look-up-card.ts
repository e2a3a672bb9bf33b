import Type from 'typebox';
import { actorId } from '#platform/actor';
import { Id } from '#platform/ids';
import { countCall, uncountCall } from '#platform/limit';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { device } from '#platform/who';
import { maskName } from '#shared/text/mask-card';
import { judgeAtDoor } from '#visits';
import { Reasons, Verdict } from './fields.ts';
import { gateReasons } from './gate-words.ts';
import { findCardPersons, maskCardPersons, openCards, Sealed } from './read-cards.ts';
import { asDevice } from './resolve-device.ts';

/** Trying out numbers is no way to learn who lives in a country: a gate that finds nobody so often must wait. */
const misses = { count: 60, seconds: 60 };

export const lookUpCard = operation({
	name: 'devices.look-up-card',
	summary: {
		vi: 'Tra một thẻ trước khi ghi: được vào hay dừng lại, tên được che',
		en: 'Looks a card up before it is recorded: what to say at the gate, with a masked name',
	},
	who: device,
	input: Type.Object({ sealed: Sealed }, { additionalProperties: false }),
	output: Type.Object({
		person: Type.Optional(Id),
		maskedName: Type.String({ description: 'Nguyễn Văn ***' }),
		verdict: Verdict,
		reasons: Reasons,
		isNew: Type.Boolean({ description: 'Nobody is known by this card yet' }),
	}),
	personal: 'reads',
	purpose: () => 'in-out-control',
	limits: [{ what: 'device', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 600, seconds: 60 } }],
	run: async (context, { sealed }) => {
		const { now, platform, caller, about, afterCommit } = context;
		const counting = { db: platform.db, keys: platform.keys, now };
		const missed = { what: 'devices.look-up-card misses', value: asDevice(caller.actor).id, limit: misses };
		await countCall(counting, missed);
		const cards = await openCards(platform, [sealed]);
		const [card] = cards;
		if (!card) throw new Problem('card-unusable');
		const [person] = await findCardPersons(context, cards);
		if (!person) {
			const reasons = gateReasons(['not-declared']);
			return { maskedName: maskName(card.fullName ?? ''), verdict: 'not-declared' as const, reasons, isNew: true };
		}
		about(person);
		afterCommit(() => uncountCall(counting, missed));
		const [judged] = await judgeAtDoor(context, [person]);
		const names = await maskCardPersons(context, [person]);
		return {
			person,
			maskedName: names.get(person) ?? '***',
			verdict: judged!.verdict,
			reasons: gateReasons(judged!.reasons),
			isNew: false,
		};
	},
});
