import { ConfigError } from '#platform/config';
import { Problem } from '#platform/problem';
import { serve } from '../serve.ts';
import { areasImport } from './areas-import.ts';
import { type Command, UsageError } from './command.ts';
import { doctor } from './doctor.ts';
import { keysCreate } from './keys-create.ts';
import { migrateCommand } from './migrate.ts';
import { outlinesImport } from './outlines-import.ts';
import { placesImportOldCodes } from './places-import-old-codes.ts';
import { staffCreate } from './staff-create.ts';
import { trustImport } from './trust-import.ts';
import { HeaderError } from './visit-rows.ts';
import { visitsCoPresence } from './visits-co-presence.ts';
import { visitsImport } from './visits-import.ts';

const serveCommand: Command = {
	name: 'serve',
	summary: 'Chạy hệ thống (--demo: kèm dữ liệu mẫu) · Runs the site and the API (--demo: with sample data)',
	run: serve,
};

/** Everything `npx vaora` can do. */
export const commands: readonly Command[] = [
	...[serveCommand, migrateCommand, doctor, keysCreate, staffCreate, areasImport],
	...[outlinesImport, placesImportOldCodes, trustImport, visitsImport, visitsCoPresence],
].map(tellingPlainly);

/** What the one who typed can mend is said in words; anything else is a bug and shows where. */
function tellingPlainly(command: Command): Command {
	return {
		...command,
		run: async (args) => {
			try {
				return await command.run(args);
			} catch (error) {
				if (!isForWhoTyped(error)) throw error;
				console.error(error instanceof Problem ? inWords(error) : error.message);
				return 1;
			}
		},
	};
}

function isForWhoTyped(error: unknown): error is Error {
	if (error instanceof UsageError || error instanceof ConfigError || error instanceof HeaderError) return true;
	if (error instanceof Problem) return true;
	return error instanceof Error && String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
}

function inWords(problem: Problem): string {
	const { title, detail, titleEn, detailEn, field } = problem.toDocument() as ReturnType<Problem['toDocument']> & {
		field?: string;
	};
	return `${title}${field ? ` (${field})` : ''}. ${detail}\n${titleEn}. ${detailEn}`;
}
