import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '#platform/db';
import type { Text } from '#shared/language';
import { insertMode } from './queries.ts';

interface Mode {
	mode: string;
	grade: number;
	name: Text;
}

/** Adds the modes of contact the product comes with; those that are there stay as they are. */
export async function ensureModes(db: Db): Promise<void> {
	const shipped = JSON.parse(readFileSync(join(import.meta.dirname, 'modes.json'), 'utf8')) as Mode[];
	for (const { mode, grade, name } of shipped)
		await db.run(insertMode({ mode, grade, name_vi: name.vi, name_en: name.en }));
}
