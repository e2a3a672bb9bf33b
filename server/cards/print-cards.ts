import Type from 'typebox';
import { listProfiles } from '#identity';
import { getPlaces } from '#places';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { type Drawing, drawPages } from '#posters';
import { displayPersonalNumber } from '#shared/codes/personal-number';
import { safeFileName } from '#shared/text/csv';
import { cardCode } from './card-code.ts';
import { type CardContent, cardsPerSheet, layoutSheet } from './card-layout.ts';
import { GroupName, issuing } from './fields.ts';
import { numbersOf } from './numbers.ts';
import { markPrinted, selectCards } from './queries.ts';

/** By class and name, as they are handed out. */
const order = new Intl.Collator('vi', { numeric: true });
/** A hundred sheets of ten: seconds of work, and a file that prints in one go. */
const cardsMax = 1_000;

export const printCards = operation({
	name: 'cards.print-cards',
	summary: {
		vi: 'Thẻ để in, PDF khổ A4 có dấu cắt: tám hoặc mười thẻ mỗi tờ',
		en: 'Cards to print, a PDF of A4 sheets with marks where to cut: eight or ten to a sheet',
	},
	who: issuing,
	input: Type.Object(
		{
			place: Id,
			sheet: Type.Union([Type.Literal('8'), Type.Literal('10')]),
			group: Type.Optional(GroupName),
			cards: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: cardsMax })),
			notPrintedOnly: Type.Optional(Type.Boolean()),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		base64: Type.String({ description: 'application/pdf' }),
		fileName: Type.String(),
		printed: Type.Integer(),
		hasMore: Type.Boolean({ description: 'More than 1,000 were asked for: print again those not printed yet' }),
	}),
	personal: 'reads',
	purpose: () => 'cards',
	limits: [{ what: 'place', by: (input) => input.place, limit: { count: 60, seconds: 3_600 } }],
	run: async ({ db, platform, now, about }, { place: placeId, sheet, group, cards, notPrintedOnly }) => {
		const place = (await getPlaces(db, [placeId])).get(placeId);
		if (!place) throw new Problem('place-not-found', { field: 'place' });
		const asked = { placeId, now, group: group ?? null, cards: cards ?? null, notPrintedOnly: notPrintedOnly ?? false };
		const rows = await db.rows(selectCards({ ...asked, after: { group: '', card: '0' }, limit: cardsMax + 1 }));
		const chosen = rows.slice(0, cardsMax);
		if (!chosen.length) throw new Problem('not-found');
		const persons = chosen.map((row) => row.person_id);
		about(...persons);
		const { keys } = platform;
		const [profiles, numbers] = [
			await listProfiles({ db, keys }, persons),
			await numbersOf({ db, keys, now }, persons),
		];
		const site = new URL(platform.config.origin).host;
		const contents = await Promise.all(
			chosen.map(
				async (row): Promise<CardContent> => ({
					fullName: profiles.get(row.person_id)?.fullName ?? '',
					group: row.group_name,
					placeName: place.name,
					number: displayPersonalNumber(numbers.get(row.person_id)!),
					code: await cardCode(platform, row),
					expiresAt: row.expires_at,
					site,
				}),
			),
		);
		contents.sort((one, other) => order.compare(one.group, other.group) || order.compare(one.fullName, other.fullName));
		const pages: Drawing[] = [];
		for (let at = 0; at < contents.length; at += cardsPerSheet(sheet)) {
			pages.push(layoutSheet(contents.slice(at, at + cardsPerSheet(sheet)), sheet));
			// Others are answered between the sheets.
			await new Promise(setImmediate);
		}
		const content = await drawPages({ title: `${place.name} – Vaora`, pages, at: now });
		await db.run(
			markPrinted(
				chosen.map((row) => row.card_id),
				now,
			),
		);
		return {
			base64: content.toString('base64'),
			fileName: safeFileName(`the ${place.name} ${group ?? ''}`, 'pdf'),
			printed: chosen.length,
			hasMore: rows.length > cardsMax,
		};
	},
});
