import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

const file = join(import.meta.dirname, 'RESULTS.md');

/** Prints figures as they come and keeps them for `bench/RESULTS.md`. */
export class Report {
	readonly #sections = new Map<string, string[]>();
	#rows: string[] = [];

	section(title: string): void {
		console.log(`\n${title}`);
		this.#rows = [];
		this.#sections.set(title, this.#rows);
	}

	row(what: string, figure: string, against = '', wanted = ''): void {
		console.log(`  ${what.padEnd(52)} ${figure.padEnd(34)} ${against.padEnd(10)} ${wanted}`);
		this.#rows.push(`| ${what} | ${figure} | ${against} | ${wanted} |`);
	}

	/** What was measured takes the place of what stood there of the same; what was not stays as it is. */
	write(day: string): void {
		const [cpu] = cpus();
		const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
		const head = [
			'# Last results',
			'',
			'Embedded PostgreSQL 17 with fsync and synchronous_commit on. Load generator, server and database share the cores.',
			'`npm run bench` prints these figures; `npm run bench -- --write` keeps them here, each section with its day and machine.',
		].join('\n');
		const kept = readSections();
		for (const [title, rows] of this.#sections) {
			const table = ['| what | figure | against the baseline | wanted |', '| --- | --- | --- | --- |', ...rows];
			kept.set(title, [`${day}, ${machine}.`, '', ...table].join('\n'));
		}
		const sections = [...kept].map(([title, text]) => `## ${title}\n\n${text}`);
		writeFileSync(file, `${[head, ...sections].join('\n\n')}\n`);
	}
}

/** The sections of the file as it is, by their titles. */
function readSections(): Map<string, string> {
	const [, ...parts] = existsSync(file) ? readFileSync(file, 'utf8').split(/^## /m) : [];
	return new Map(
		parts.map((part) => {
			const [title = '', ...lines] = part.split('\n');
			return [title, lines.join('\n').trim()];
		}),
	);
}

export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[sorted.length >> 1]!;
}
