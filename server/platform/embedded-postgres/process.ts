import { readFileSync } from 'node:fs';

interface Process {
	pid: number;
	/** In the kernel's ticks since boot: a number that comes back after a reboot belongs to another process. */
	startedAt: string;
	args: string[];
}

/** A running process as the kernel tells of it, see proc(5). One that was killed and is not yet reaped does not run. */
export function findProcess(pid: number): Process | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name in brackets may hold anything. After it come the state and, as the twentieth, the start.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		if (fields[0] === 'Z') return undefined;
		return { pid, startedAt: fields[19]!, args: readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0') };
	} catch {
		return undefined;
	}
}
