import { type Installation, openInstallation } from '../installation.ts';
import { modules } from '../modules.ts';

/** Opens the installation with everything its modules need in place, also where it has never been served. */
export async function openPrepared(): Promise<Installation> {
	const installation = await openInstallation({ say: (line) => console.error(line) });
	for (const module of modules) await module.prepare?.(installation.platform);
	return installation;
}
