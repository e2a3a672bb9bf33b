import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config } from '#platform/config';
import { readKeyFile } from '#platform/keys';
import { type Finding, fine, wrong } from './finding.ts';

const nodeMajorMin = 24;

export function inspectNode(version: string): Finding {
	if (Number(version.split('.')[0]) >= nodeMajorMin) return fine(`Node.js ${version}`, `Node.js ${version}`);
	return wrong(
		[`Node.js ${version} quá cũ`, `Node.js ${version} is too old`],
		[
			`Hãy chạy bằng "npx vaora …": lệnh này dùng Node.js ${nodeMajorMin} đã cài kèm.`,
			`Run it as "npx vaora …", which uses the Node.js ${nodeMajorMin} that was installed with it.`,
		],
	);
}

/** Whether the folder of the installation can be written, and has room. */
export function inspectFolder({ dataFolder }: Config): Finding[] {
	const existing = nearestExisting(dataFolder);
	return [isWritable(existing) ? writable(dataFolder) : notWritable(existing), inspectSpace(existing)];
}

const writable = (folder: string) => fine(`Ghi được vào ${folder}`, `${folder} can be written`);

const notWritable = (folder: string) =>
	wrong(
		[`Không ghi được vào ${folder}`, `${folder} cannot be written`],
		[
			`Hãy trao quyền ghi cho người dùng đang chạy, hoặc đặt VAORA_DATA tới thư mục khác.`,
			`Give the user that runs Vaora the right to write there, or set VAORA_DATA to another folder.`,
		],
	);

function nearestExisting(folder: string): string {
	return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

function isWritable(folder: string): boolean {
	try {
		accessSync(folder, constants.W_OK | constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

const spaceMin = 2 * 1024 ** 3;

function inspectSpace(folder: string): Finding {
	const { bavail, bsize } = statfsSync(folder);
	return judgeSpace(bavail * bsize);
}

export function judgeSpace(bytes: number): Finding {
	const size = `${(bytes / 1024 ** 3).toFixed(1)} GB`;
	if (bytes >= spaceMin) return fine(`Còn trống ${size}`, `${size} free`);
	return wrong(
		[`Chỉ còn trống ${size}`, `Only ${size} free`],
		[
			'Hãy giải phóng đĩa: một triệu lượt vào ra cần khoảng 0,2 GB, và khi đầy đĩa sẽ không ghi được gì nữa.',
			'Free some: a million visits take about 0.2 GB, and on a full disk nothing can be recorded any more.',
		],
	);
}

/** The file with the secret keys: there, readable, and by nobody else. */
export function inspectKeyFile({ keysFile, production }: Config): Finding {
	if (!existsSync(keysFile))
		return production
			? wrong(
					[`Thiếu tệp khoá ${keysFile}`, `The key file ${keysFile} is missing`],
					[
						'Nếu đã có dữ liệu, hãy khôi phục tệp từ bản sao lưu. Cài mới thì chạy: npx vaora keys create',
						'Where there is data already, restore the file from its backup. On a new installation: npx vaora keys create',
					],
				)
			: fine('Tệp khoá sẽ được tạo khi chạy lần đầu', 'The key file is made at the first start');
	const mode = statSync(keysFile).mode & 0o777;
	if (mode & 0o077)
		return wrong(
			[
				`Người khác đọc được tệp khoá (quyền ${mode.toString(8)})`,
				`Others can read the key file (mode ${mode.toString(8)})`,
			],
			[`Hãy chạy: chmod 600 ${keysFile}`, `Run: chmod 600 ${keysFile}`],
		);
	return isReadable(keysFile)
		? fine('Tệp khoá đọc được, chỉ bởi người dùng này', 'The key file is readable, by this user only')
		: wrong(
				[`Tệp khoá ${keysFile} bị hỏng`, `The key file ${keysFile} is damaged`],
				['Hãy khôi phục tệp từ bản sao lưu.', 'Restore it from its backup.'],
			);
}

function isReadable(path: string): boolean {
	try {
		const { master, index, signing } = readKeyFile(path, false);
		return master.length === 32 && index.length === 32 && typeof signing.d === 'string';
	} catch {
		return false;
	}
}
