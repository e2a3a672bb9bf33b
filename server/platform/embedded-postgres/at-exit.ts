import { constants } from 'node:os';

const signals = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;
const works = new Set<() => void>();

/**
 * Has `work` done when this process ends, be it by a signal that nobody else listens to: a database of ours must not
 * outlive a command that was interrupted. Nothing can be awaited then. What is returned calls it off.
 */
export function atExit(work: () => void): () => void {
	if (!works.size) {
		process.on('exit', doAll);
		for (const signal of signals) process.on(signal, endUnlessHeard);
	}
	works.add(work);
	return () => {
		if (!works.delete(work) || works.size) return;
		process.off('exit', doAll);
		for (const signal of signals) process.off(signal, endUnlessHeard);
	};
}

function doAll(): void {
	for (const work of works) work();
}

function endUnlessHeard(signal: (typeof signals)[number]): void {
	if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
}
