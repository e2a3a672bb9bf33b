import { findAreaByCode } from '#areas';
import type { Caller } from '#platform/actor';
import { call } from '#platform/call';
import type { Platform } from '#platform/platform';
import { sql } from '#platform/sql';
import { appointRegistrar, check, get, registrations, start } from '#registrations';
import { writeCsv } from '#shared/text/csv';
import type { TestPlatform } from './database.ts';
import { administrator, signIn } from './people.ts';

const header = [
	'Mã nội bộ',
	'Tên địa điểm',
	'Loại',
	'Phường, xã',
	'Tỉnh',
	'Địa chỉ',
	'Cổng',
	'Điện thoại người kiểm soát',
];
let made = 0;

/** Shops nobody has registered yet; `change` replaces cells by their place in the header. */
export const shops = (count: number, change: (index: number) => Partial<Record<number, string>> = () => ({})) =>
	Array.from({ length: count }, (_none, index) => {
		const number = ++made;
		const cells = [
			`CH-${number}`,
			`Cửa hàng số ${number}`,
			'Cửa hàng',
			'Ba Đình',
			'Hà Nội',
			`${number} Quán Thánh`,
			'',
			'',
		];
		return Object.assign(cells, change(index)) as string[];
	});

/** A chain that may register shops in Hà Nội, with what it does to a file. */
export async function addChain(platform: TestPlatform, phone: string) {
	const haNoi = (await findAreaByCode(platform.db, 'province', '01', '2026-11-24'))!;
	const person = await signIn(platform, phone);
	const { account } = await call(platform, appointRegistrar, administrator, { phone, area: haNoi.areaId });
	const job = registrations.jobs!.find(({ name }) => name === 'registrations.register-rows')!;
	return {
		...{ ...person, account, haNoi },
		send: async (rows: string[][], caller?: Caller, change: object = {}) => {
			const content = Buffer.from(writeCsv([header, ...rows])).toString('base64');
			const input = { content, registrantName: 'Trần Thị Bưởi', ...change };
			return call(platform, check, caller ?? (await person.caller()), input);
		},
		begin: async (registration: string, faultyRows: 'refuse' | 'leave-out' = 'refuse') =>
			call(platform, start, await person.caller(), { registration, faultyRows }),
		work: (registration: string, on: Platform = platform) => job.run(on, platform.clock.now(), { registration }),
		stateOf: async (registration: string) => call(platform, get, await person.caller(), { registration }),
		placesOf: (registration: string) =>
			platform.db.rows(
				sql<{ number: number; place_id: string; name: string }>`
					select number, place.place_id, name from registrations.registered_place as registered
					join places.place on place.place_id = registered.place_id
					where registration_id = ${registration} order by number`,
			),
	};
}
