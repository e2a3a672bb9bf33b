import Type from 'typebox';
import { brokenConstraint } from '#platform/db';
import { newId } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyOf, role, system } from '#platform/who';
import { checkNewPassword, hashPassword } from './password.ts';
import { insertRole } from './queries.ts';
import { insertStaff } from './queries-staff.ts';
import { newTotpSecret, totpUri } from './totp.ts';

/** An area's id and those above it, from the country down. Never empty: an empty reach would be everywhere. */
export const AreaPath = Type.String({ pattern: '^[0-9]+(\\.[0-9]+)*$', maxLength: 100 });

const StaffRole = Type.Union([
	Type.Literal('health-officer'),
	Type.Literal('analyst'),
	Type.Literal('administrator'),
	Type.Literal('commune-chair'),
	Type.Literal('facility-head'),
	Type.Literal('gate-authority'),
]);

export const createStaff = operation({
	name: 'identity.create-staff',
	summary: {
		vi: 'Tạo tài khoản cán bộ với quyền theo đơn vị hành chính',
		en: 'Makes a staff account with roles by area',
	},
	who: anyOf(role(['administrator']), system),
	input: Type.Object(
		{
			login: Type.String({ pattern: '^[a-z0-9._-]{3,60}$' }),
			name: Type.String({ minLength: 1, maxLength: 200 }),
			authority: Type.String({ minLength: 1, maxLength: 200, description: 'What people read: who looked' }),
			password: Type.String({ maxLength: 200 }),
			totpSecret: Type.Optional(Type.String({ pattern: '^[A-Z2-7]{16,64}$' })),
			roles: Type.Array(
				Type.Object({ name: StaffRole, area: Type.Optional(AreaPath) }, { additionalProperties: false }),
				{ minItems: 1, maxItems: 50 },
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		staffId: Type.String(),
		totpUri: Type.String({ description: 'For the authenticator app; told once' }),
	}),
	personal: 'none',
	run: async ({ db, platform: { keys }, now }, { login, name, authority, password, totpSecret, roles }) => {
		// Nothing an administrator does is tied to an area, so one of a single province would be one of the country.
		if (roles.some((held) => held.name === 'administrator' && held.area))
			throw new Problem('invalid-input', { field: 'roles' });
		checkNewPassword(login, password);
		const secret = totpSecret ?? newTotpSecret();
		const staffId = newId();
		const passwordHash = await hashPassword(password);
		const sealed = { nameSealed: keys.encrypt(name), totpSealed: keys.encrypt(secret) };
		await db.run(insertStaff({ staffId, login, authority, passwordHash, ...sealed, now })).catch((error) => {
			throw brokenConstraint(error) === 'staff_login' ? new Problem('login-taken', { field: 'login' }) : error;
		});
		for (const { name: roleName, area } of roles)
			await db.run(insertRole({ roleId: newId(), staffId, name: roleName, areaPath: area, now }));
		return { staffId, totpUri: totpUri(login, secret) };
	},
});
