import { listChildren } from '#areas';
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import { openKeys, readKeyFile } from '#platform/keys';
import { readMigrationState } from '#platform/migrate';
import { dayOf, shiftDay } from '#shared/language';
import { type Finding, fine, wrong } from './finding.ts';
import { countDataKeys, countForms, countStaff, type ServerState, selectMissingDays, selectServer } from './queries.ts';

/** What can be said of a database that answers. What needs a migrated one is left out until it is. */
export async function inspectDatabase(db: Database, config: Config, now: Date): Promise<Finding[]> {
	const server = await db.one(selectServer());
	const findings = [...judgeServer(server), judgeClock(server.at, now)];
	const { isCurrent, finding } = await inspectMigrations(db);
	findings.push(finding);
	if (!isCurrent) return findings;
	const days = [0, 1, 2, 3].map((ahead) => shiftDay(dayOf(now), ahead));
	return [
		...findings,
		await inspectKeys(db, config),
		judgeDays(await db.rows(selectMissingDays(days))),
		judgeAreas((await listChildren(db, null, dayOf(now))).length),
		judgeForms((await db.one(countForms())).forms),
		judgeStaff((await db.one(countStaff())).staff),
	];
}

const versionMin = 150_000;

export function judgeServer(server: ServerState): Finding[] {
	const version = `PostgreSQL ${server.version_words}`;
	const unsafe = (['fsync', 'synchronous_commit', 'full_page_writes'] as const).filter(
		(name) => server[name] === 'off',
	);
	return [
		server.version >= versionMin
			? fine(version, version)
			: wrong(
					[`${version} quá cũ`, `${version} is too old`],
					['Hãy dùng PostgreSQL 15 trở lên, nên dùng 17.', 'Use PostgreSQL 15 or newer, best 17.'],
				),
		unsafe.length
			? wrong(
					[
						`Cơ sở dữ liệu có thể mất dữ liệu khi mất điện: ${unsafe.join(', ')} tắt`,
						`The database can lose data in a power cut: ${unsafe.join(', ')} off`,
					],
					mendSettings(unsafe),
				)
			: fine(
					'Ghi xong là bền: fsync, synchronous_commit, full_page_writes bật',
					'What is acknowledged stays: fsync, synchronous_commit, full_page_writes on',
				),
	];
}

function mendSettings(names: readonly string[]): [string, string] {
	const commands = names.map((name) => `alter system set ${name} = on;`).join(' ');
	return [
		`Hãy chạy trong psql: ${commands} select pg_reload_conf();`,
		`Run in psql: ${commands} select pg_reload_conf();`,
	];
}

const clockDifferenceMax = 2_000;

export function judgeClock(database: Date, own: Date): Finding {
	const seconds = Math.round((own.getTime() - database.getTime()) / 1_000);
	if (Math.abs(own.getTime() - database.getTime()) <= clockDifferenceMax)
		return fine('Đồng hồ khớp với cơ sở dữ liệu', 'The clock agrees with the database’s');
	return wrong(
		[`Đồng hồ lệch cơ sở dữ liệu ${seconds} giây`, `The clock differs from the database’s by ${seconds} seconds`],
		['Hãy bật đồng bộ giờ (NTP) trên cả hai máy.', 'Turn on time synchronisation (NTP) on both machines.'],
	);
}

async function inspectMigrations(db: Database): Promise<{ isCurrent: boolean; finding: Finding }> {
	try {
		const { applied, pending } = await readMigrationState(db);
		if (!pending.length)
			return {
				isCurrent: true,
				finding: fine(`Đủ ${applied.length} bước nâng cấp`, `All ${applied.length} migrations applied`),
			};
		const finding = wrong(
			[`Còn ${pending.length} bước nâng cấp chưa chạy`, `${pending.length} migrations are pending`],
			['Hãy chạy: npx vaora migrate', 'Run: npx vaora migrate'],
		);
		return { isCurrent: false, finding };
	} catch (error) {
		const reason = (error as Error).message;
		return {
			isCurrent: false,
			finding: wrong(
				[`Không đọc được trạng thái nâng cấp: ${reason}`, `The state of the migrations cannot be read: ${reason}`],
				['Hãy lấy lại tệp gốc của bản phát hành.', 'Put the released files back in place.'],
			),
		};
	}
}

/** Whether the key file is the one that wrapped the keys in this database. */
async function inspectKeys(db: Database, config: Config): Promise<Finding> {
	const { keys } = await db.one(countDataKeys());
	if (!keys)
		return fine('Chưa có khoá dữ liệu: sẽ được tạo khi chạy lần đầu', 'No data key yet: made at the first start');
	try {
		await openKeys(readKeyFile(config.keysFile, false), db);
		return fine('Tệp khoá mở được dữ liệu', 'The key file opens the data');
	} catch {
		return wrong(
			['Tệp khoá không mở được dữ liệu này', 'The key file does not open this data'],
			[
				'Hãy khôi phục đúng tệp khoá từ bản sao lưu. Không có nó thì không ai đọc lại được tên và số điện thoại.',
				'Restore the right key file from its backup. Without it nobody can read names and phone numbers again.',
			],
		);
	}
}

function judgeDays(missing: readonly { parent: string; day: string }[]): Finding {
	if (!missing.length) return fine('Đã có bảng cho 3 ngày tới', 'The tables of the next 3 days are there');
	const [{ parent, day }] = missing as [{ parent: string; day: string }];
	return wrong(
		[`Thiếu bảng ${parent} ngày ${day}`, `The table of ${parent} for ${day} is missing`],
		[
			'Hãy chạy: npx vaora serve (khi khởi động và mỗi giờ sẽ tạo bảng cho các ngày tới).',
			'Run: npx vaora serve (it makes the coming days when it starts and every hour).',
		],
	);
}

function judgeAreas(provinces: number): Finding {
	if (provinces) return fine(`Tỉnh, thành phố: ${provinces}`, `Provinces: ${provinces}`);
	return wrong(
		['Chưa có danh mục hành chính', 'No administrative units are loaded'],
		[
			'Hãy chạy: npx vaora serve, hoặc npx vaora areas import FILE',
			'Run: npx vaora serve, or npx vaora areas import FILE',
		],
	);
}

function judgeForms(forms: number): Finding {
	if (forms) return fine(`Mẫu tờ khai đang dùng: ${forms}`, `Forms in use: ${forms}`);
	return wrong(
		['Chưa có mẫu tờ khai nào', 'No form is published'],
		[
			'Hãy chạy: npx vaora serve (tạo mẫu khai báo toàn dân khi khởi động).',
			'Run: npx vaora serve (it publishes the general declaration when it starts).',
		],
	);
}

function judgeStaff(staff: number): Finding {
	if (staff) return fine(`Tài khoản cán bộ: ${staff}`, `Staff accounts: ${staff}`);
	return wrong(
		['Chưa có tài khoản cán bộ nào', 'There is no staff account'],
		['Hãy chạy: npx vaora staff create', 'Run: npx vaora staff create'],
	);
}
