import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What was noted of one person while there was no network. */
export interface Kept {
	id: string;
	person: string;
	/** The account of the officer who noted it: nobody else sends it in their own name. */
	by: string;
	at: string;
	form: { url: string; version: string };
	answers: Record<string, string | string[]>;
	/** Why the server will never take it, as its Problem's code; it stays until the officer has read it. */
	refused?: string;
}

interface Tables extends DBSchema {
	report: { key: string; value: Kept };
}

const store: Promise<IDBPDatabase<Tables>> = openDB<Tables>('vaora-round', 1, {
	upgrade: (db) => void db.createObjectStore('report', { keyPath: 'id' }),
});

/** All of them, in the order in which they were noted. */
export const listKept = async (): Promise<Kept[]> =>
	(await (await store).getAll('report')).sort((one, other) => (one.at < other.at ? -1 : 1));

/** Keeps some, all or none; resolves when they are on the disk. */
export async function keepAll(reports: readonly Kept[]): Promise<void> {
	const writing = (await store).transaction('report', 'readwrite', { durability: 'strict' });
	await Promise.all([...reports.map((one) => writing.store.put(one)), writing.done]);
}

export async function dropAll(ids: readonly string[]): Promise<void> {
	const writing = (await store).transaction('report', 'readwrite');
	await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done]);
}
