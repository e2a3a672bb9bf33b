import Type from 'typebox';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { anyone } from '#platform/who';
import { isPassword } from './password.ts';
import { countFailure, selectStaff, takeStep } from './queries-staff.ts';
import { openSession } from './session.ts';
import { findStep } from './totp.ts';

const lockedFor = 15 * 60_000;

export const signInStaff = operation({
	name: 'identity.sign-in-staff',
	summary: {
		vi: 'Cán bộ đăng nhập bằng mật khẩu và mã xác thực',
		en: 'Staff sign in with a password and an authenticator code',
	},
	who: anyone,
	input: Type.Object(
		{
			login: Type.String({ minLength: 1, maxLength: 100 }),
			password: Type.String({ minLength: 1, maxLength: 200 }),
			totp: Type.String({ minLength: 1, maxLength: 20, description: 'Six digits; each code works once' }),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({ token: Type.String(), expiresAt: Type.String({ format: 'date-time' }) }),
	personal: 'none',
	limits: [{ what: 'address', by: (_input, caller) => caller.address, limit: { count: 60, seconds: 600 } }],
	// What is tried is kept even when the rest is rolled back, so all but the session is done outside the transaction.
	run: async ({ db, platform, now }, { login, password, totp }) => {
		const staff = await platform.db.find(selectStaff(login.trim().toLowerCase()));
		const isRight = await isPassword(staff?.password_hash, password);
		if (!staff || staff.disabled_at) throw new Problem('sign-in-failed');
		if (staff.locked_until && staff.locked_until > now) {
			const retryAfterSeconds = Math.ceil((staff.locked_until.getTime() - now.getTime()) / 1_000);
			throw new Problem('account-locked', { retryAfterSeconds });
		}
		const step = isRight ? findStep(platform.keys.decrypt(staff.totp_sealed), totp, now) : undefined;
		// Which of the two was wrong is not told.
		const isTaken = step !== undefined && (await platform.db.run(takeStep(staff.staff_id, step, now))) === 1;
		if (!isTaken) {
			await platform.db.run(countFailure(staff.staff_id, new Date(now.getTime() + lockedFor)));
			throw new Problem('sign-in-failed');
		}
		const { token, expiresAt } = await openSession({ db, now }, { staffId: staff.staff_id });
		return { token, expiresAt: expiresAt.toISOString() };
	},
});
