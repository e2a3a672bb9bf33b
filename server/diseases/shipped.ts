import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the product comes with: every JSON file of a folder of this module, by name. */
export function readShipped<T>(folder: string): T[] {
	const path = join(import.meta.dirname, folder);
	return readdirSync(path)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => JSON.parse(readFileSync(join(path, name), 'utf8')));
}
