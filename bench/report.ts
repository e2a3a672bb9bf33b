import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** Prints figures as they come and keeps them for `bench/RESULTS.md`. */
export class Report {
	readonly #lines: string[] = [];

	section(title: string): void {
		console.log(`\n${title}`);
		this.#lines.push(
			'',
			`## ${title}`,
			'',
			'| what | figure | against the baseline | wanted |',
			'| --- | --- | --- | --- |',
		);
	}

	row(what: string, figure: string, against = '', wanted = ''): void {
		console.log(`  ${what.padEnd(52)} ${figure.padEnd(34)} ${against.padEnd(10)} ${wanted}`);
		this.#lines.push(`| ${what} | ${figure} | ${against} | ${wanted} |`);
	}

	write(day: string): void {
		const [cpu] = cpus();
		const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
		const head = [
			'# Last results',
			'',
			`${day}, ${machine}, embedded PostgreSQL 17 with fsync and synchronous_commit on. Load generator, server and`,
			'database share these cores. `npm run bench` prints these figures; `npm run bench -- --write` keeps them here.',
		];
		writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `${[...head, ...this.#lines].join('\n')}\n`);
	}
}

export function median(values: number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[sorted.length >> 1]!;
}
