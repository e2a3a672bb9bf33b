import Type, { type Static } from 'typebox';
import type { Text } from '#shared/language';
import type { AreaRow } from './queries.ts';
import type { Level } from './unit-name.ts';

export const levelSchema = Type.Union([
	Type.Literal('country'),
	Type.Literal('province'),
	Type.Literal('district'),
	Type.Literal('commune'),
]);

export const daySchema = Type.String({ format: 'date', description: 'A day in Viet Nam; today when left out' });

const textSchema = Type.Object({ vi: Type.String(), en: Type.String() });

/** A unit as the operations answer it. `fullName` names those it lies in as well, up to the province. */
export const areaSchema = Type.Object({
	areaId: Type.Integer(),
	code: Type.String(),
	level: levelSchema,
	name: Type.String(),
	nameEn: Type.String(),
	kind: Type.Union([Type.String(), Type.Null()]),
	parentId: Type.Union([Type.Integer(), Type.Null()]),
	path: Type.String(),
	validFrom: Type.String({ format: 'date' }),
	validUntil: Type.Union([Type.String({ format: 'date' }), Type.Null()], {
		description: 'The first day it was no longer in force',
	}),
	fullName: textSchema,
});

export interface Area extends Static<typeof areaSchema> {
	level: Level;
	fullName: Text;
}

export const areaIdSchema = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export function toArea(row: AreaRow): Area {
	return {
		areaId: row.area_id,
		code: row.code,
		level: row.level,
		name: row.name,
		nameEn: row.name_en,
		kind: row.kind,
		parentId: row.parent_id,
		path: row.path,
		validFrom: row.valid_from,
		validUntil: row.valid_until,
		fullName: nameOf([{ vi: row.name, en: row.name_en }, ...row.above.map(([vi, en]) => ({ vi, en }))]),
	};
}

/** "Phường Ba Đình, Thành phố Hà Nội": a unit's name and those above it, the smallest first. */
export function nameOf(chain: readonly Text[]): Text {
	return { vi: chain.map(({ vi }) => vi).join(', '), en: chain.map(({ en }) => en).join(', ') };
}
