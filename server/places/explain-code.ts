import Type from 'typebox';
import type { Db } from '#platform/db';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import type { Recognised } from '#shared/codes/index';
import { recogniseTyped } from '#shared/codes/typed-code';
import { oldPlaceUnknown, wrongAtDoor } from '#shared/codes/wrong-at-door';
import type { Text } from '#shared/language';
import { Words } from './fields.ts';
import { findPlaceByOldCode } from './find-old-code.ts';
import { type FoundPlace, findPlaceByCode } from './find-place.ts';
import { PublicPlace, toPublicPlace } from './place-schema.ts';

export const explainCode = operation({
	name: 'places.explain-code',
	summary: {
		vi: 'Cho biết một mã quét hay gõ được là mã gì; mã địa điểm, kể cả mã cũ, cho biết là nơi nào',
		en: 'Says what a scanned or typed code is; for a place’s code, an old one too, which place it is',
	},
	who: anyone,
	input: Type.Object({ text: Type.String({ minLength: 1, maxLength: 8_000 }) }, { additionalProperties: false }),
	output: Type.Object({
		kind: Type.Optional(Type.String({ description: 'The format’s name: place, old-place, personal, cccd …' })),
		shows: Type.Optional(Type.Union([Type.Literal('person'), Type.Literal('place'), Type.Literal('gate')])),
		words: Type.Optional(
			Type.Object(Words.properties, { description: 'Why it leads to no place; nothing else is told of a person' }),
		),
		place: Type.Optional(PublicPlace),
		code: Type.Optional(Type.String({ description: 'The place code that is good here' })),
	}),
	personal: 'none',
	limits: [{ what: 'address', by: (_input, { address }) => address, limit: { count: 120, seconds: 600 } }],
	run: async ({ db, now }, { text }) => {
		const { found, advice } = recogniseTyped(text, now);
		const misplaced = wrongAtDoor(found);
		if (!found.ok) return { ...(found.name ? { kind: found.name } : {}), words: advice ?? misplaced ?? found.why };
		const known = { kind: found.name, shows: found.shows };
		const place = await findPlaceOf(db, found);
		if (place) return { ...known, place: toPublicPlace(place), code: place.code };
		const words = found.name === 'old-place' ? oldPlaceUnknown : (misplaced ?? noSuchPlace);
		return { ...known, words };
	},
});

async function findPlaceOf(db: Db, found: Recognised & { ok: true }): Promise<FoundPlace | undefined> {
	if (found.name === 'old-place') return findPlaceByOldCode(db, found.content);
	return found.name === 'place' ? findPlaceByCode(db, found.content) : undefined;
}

const noSuchPlace: Text = {
	vi: 'Không có địa điểm nào mang mã này. Hãy xem lại mã trên áp phích.',
	en: 'No place has this code. Look at the code on the poster again.',
};
