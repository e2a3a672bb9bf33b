import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, ConfigError, readConfig } from '#platform/config';
import { openDatabase } from '#platform/db';
import { startEmbedded } from '#platform/embedded-postgres/index';
import type { Command } from './command.ts';
import { type Finding, fine, wrong } from './finding.ts';
import { inspectDatabase } from './inspect-database.ts';
import { inspectFolder, inspectKeyFile, inspectNode } from './inspect-machine.ts';

export const doctor: Command = {
	name: 'doctor',
	summary: 'Kiểm tra hệ thống và chỉ cách sửa · Says what is wrong with the installation and how to mend it',
	run: async () => {
		const findings = await inspect(process.env, process.cwd());
		for (const line of findings.flatMap(toLines)) console.log(line);
		return findings.every((finding) => finding.isFine) ? 0 : 1;
	},
};

/** Everything the doctor looks at, in the order in which things have to be right. */
export async function inspect(env: NodeJS.ProcessEnv, workingFolder: string): Promise<Finding[]> {
	const node = inspectNode(process.versions.node);
	try {
		const config = readConfig(env, workingFolder);
		return [node, ...inspectFolder(config), inspectKeyFile(config), ...(await inspectServer(config))];
	} catch (error) {
		if (!(error instanceof ConfigError)) throw error;
		return [node, wrong(['Thiết lập chưa dùng được', 'The settings are not usable'], [error.message, error.message])];
	}
}

async function inspectServer(config: Config): Promise<Finding[]> {
	// Looking must not make one.
	if (!config.databaseUrl && !existsSync(join(config.dataFolder, 'postgres'))) return [notSetUp(config)];
	let stop = async () => {};
	try {
		const server = config.databaseUrl
			? undefined
			: await startEmbedded({ folder: config.dataFolder, database: 'vaora' });
		if (server) stop = server.stop;
		const db = openDatabase({ url: config.databaseUrl ?? server!.url, connections: 2 });
		try {
			const findings = await inspectDatabase(db, config, new Date());
			return [answers(config), ...findings];
		} finally {
			await db.close();
		}
	} catch (error) {
		return [isSilent(config, error as Error & { cause?: Error })];
	} finally {
		await stop();
	}
}

const notSetUp = ({ dataFolder }: Config) =>
	wrong(
		[`Chưa có cơ sở dữ liệu trong ${dataFolder}`, `There is no database in ${dataFolder} yet`],
		['Hãy chạy: npx vaora serve', 'Run: npx vaora serve'],
	);

const answers = ({ databaseUrl }: Config) =>
	databaseUrl
		? fine(`Kết nối được ${withoutPassword(databaseUrl)}`, `${withoutPassword(databaseUrl)} answers`)
		: fine('Cơ sở dữ liệu đi kèm chạy được', 'The embedded database runs');

function isSilent({ databaseUrl, dataFolder }: Config, error: Error & { cause?: Error }): Finding {
	const reason = error.cause?.message || error.message;
	return databaseUrl
		? wrong(
				[
					`Không kết nối được ${withoutPassword(databaseUrl)}: ${reason}`,
					`${withoutPassword(databaseUrl)} does not answer: ${reason}`,
				],
				[
					'Hãy xem máy chủ có đang chạy, địa chỉ, tên và mật khẩu trong DATABASE_URL có đúng không.',
					'See whether the server runs, and whether address, name and password in DATABASE_URL are right.',
				],
			)
		: wrong(
				[`Cơ sở dữ liệu đi kèm không chạy: ${reason}`, `The embedded database does not run: ${reason}`],
				[`Hãy xem nhật ký trong ${dataFolder}.`, `See its log in ${dataFolder}.`],
			);
}

function withoutPassword(url: string): string {
	const { hostname, port, pathname } = new URL(url);
	return `${hostname}:${port || 5432}${pathname}`;
}

const toLines = ({ isFine, what, mend }: Finding): string[] => [
	`${isFine ? '✓' : '✗'} ${what.vi === what.en ? what.vi : `${what.vi} · ${what.en}`}`,
	...(mend ? [...new Set([`    → ${mend.vi}`, `    → ${mend.en}`])] : []),
];
