import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { findAreaByCode } from '#areas';
import { createStaff } from '#identity';
import { systemCaller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { dayOf } from '#shared/language';
import { type Command, UsageError } from './command.ts';
import { openPrepared } from './open-prepared.ts';

const roleNames = ['health-officer', 'analyst', 'administrator'] as const;

const usage = `vaora staff create --login LOGIN --name NAME --authority AUTHORITY --role ROLE [--area CODE]

ROLE: ${roleNames.join(', ')}. CODE: the statistics office's code of a province (2 digits) or commune (5 digits) the
role reaches; without it the whole country. AUTHORITY is what people read when this officer looked at their data.
Prints a password and an address for the authenticator app, once.`;

export const staffCreate: Command = {
	name: 'staff create',
	summary: 'Tạo tài khoản cán bộ · Makes a staff account',
	run: async (args) => {
		const options = { type: 'string' } as const;
		const { values } = parseArgs({
			args: [...args],
			options: { login: options, name: options, authority: options, role: options, area: options },
		});
		const { login, name, authority } = values;
		const role = roleNames.find((one) => one === values.role);
		if (!login || !name || !authority || !role) throw new UsageError(usage);
		const { platform, close } = await openPrepared();
		try {
			const area = values.area === undefined ? undefined : await readArea(platform, values.area);
			const password = randomBytes(12).toString('base64url');
			const { totpUri } = await call(platform, createStaff, systemCaller('staff create'), {
				...{ login, name, authority, password },
				roles: [{ name: role as never, ...(area ? { area } : {}) }],
			});
			console.log(`Đăng nhập · Login: ${login}
Mật khẩu · Password: ${password}
Ứng dụng xác thực · Authenticator app: ${totpUri}`);
			return 0;
		} finally {
			await close();
		}
	},
};

async function readArea({ db, clock }: Platform, code: string): Promise<string> {
	const level = code.length === 2 ? 'province' : 'commune';
	const area = await findAreaByCode(db, level, code, dayOf(clock.now()));
	if (!area) throw new UsageError(`There is no ${level} with the code ${code} today.\n\n${usage}`);
	return area.path;
}
