import Type from 'typebox';
import { Id, newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { hashToken, newToken } from '#platform/token';
import { anyOf, role, system } from '#platform/who';
import { AreaPath } from './create-staff.ts';
import { insertRole } from './queries.ts';
import { insertPartner } from './queries-sessions.ts';
import { partnerPrefix } from './resolve-actor.ts';

const dayLong = 86_400_000;

export const createPartnerKey = operation({
	name: 'identity.create-partner-key',
	summary: {
		vi: 'Tạo khoá API cho một ứng dụng đối tác, chỉ cho những thao tác được nêu',
		en: 'Makes an API key for a partner app, for the named operations only',
	},
	who: anyOf(role(['administrator']), system),
	input: Type.Object(
		{
			name: Type.String({ minLength: 1, maxLength: 200 }),
			authority: Type.String({ minLength: 1, maxLength: 200, description: 'What people read: who looked' }),
			scopes: Type.Array(Type.String({ pattern: '^[a-z]+\\.([a-z-]+|\\*)$' }), { minItems: 1, maxItems: 100 }),
			roles: Type.Array(
				Type.Object(
					{
						name: Type.String({ maxLength: 40 }),
						place: Type.Optional(Id),
						area: Type.Optional(AreaPath),
					},
					{ additionalProperties: false },
				),
				{ maxItems: 50 },
			),
			days: Type.Integer({ minimum: 1, maximum: 730, description: 'How long the key works' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		partnerId: Type.String(),
		key: Type.String({ description: 'Told once' }),
		expiresAt: Type.String(),
	}),
	personal: 'none',
	run: async ({ db, now }, { name, authority, scopes, roles, days }) => {
		const partnerId = newId();
		const key = `${partnerPrefix}${newToken()}`;
		const expiresAt = new Date(now.getTime() + days * dayLong);
		await db.run(insertPartner({ partnerId, name, authority, keyHash: hashToken(key), scopes, now, expiresAt }));
		for (const { name: roleName, place, area } of roles)
			await db.run(insertRole({ roleId: newId(), partnerId, name: roleName, placeId: place, areaPath: area, now }));
		return { partnerId, key, expiresAt: expiresAt.toISOString() };
	},
});
