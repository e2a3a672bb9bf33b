import { existsSync } from 'node:fs';
import { readConfig } from '#platform/config';
import { createKeyFile } from '#platform/keys';
import { type Command, UsageError } from './command.ts';

export const keysCreate: Command = {
	name: 'keys create',
	summary: 'Tạo tệp khoá bí mật · Makes the file with the secret keys',
	run: async () => {
		const { keysFile } = readConfig({ ...process.env, NODE_ENV: undefined }, process.cwd());
		if (existsSync(keysFile))
			throw new UsageError(`${keysFile} đã có, không ghi đè · is there already and stays as it is.`);
		createKeyFile(keysFile);
		console.log(`${keysFile}
Hãy cất một bản sao ở nơi khác: mất tệp này thì không ai đọc lại được tên và số điện thoại.
Keep a copy elsewhere: without this file nobody can read names and phone numbers again.`);
		return 0;
	},
};
