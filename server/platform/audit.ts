import type { Caller } from './actor.ts';
import { actorId } from './actor.ts';
import type { Db } from './db.ts';
import { newId } from './ids.ts';
import { chunks, sql, sqlRows } from './sql.ts';

/** What an operation did with personal data. It becomes one row of the audit log, in the operation's own transaction. */
export interface AuditEntry {
	at: Date;
	operation: string;
	caller: Caller;
	outcome: 'done' | 'refused';
	/** The problem's code when refused. */
	problem?: string;
	purpose?: string;
	caseId?: string;
	/** The people it was about. */
	persons: readonly string[];
	/** Whether the people are told of it, unless they did it themselves. */
	isLook: boolean;
}

/**
 * Writes entries and, where somebody looked at people other than themself, whom they looked at, so that each can be told.
 * A person's own acts are entries only. All statements are sent at once.
 */
export async function writeAudit(db: Db, entries: readonly AuditEntry[]): Promise<void> {
	const numbered = entries.map((entry) => ({ entry, id: newId() }));
	const statements = bySort(numbered).flatMap(([short, part]) =>
		chunks(part.map(short ? toShortRow : toRow)).map((rows) =>
			short ? sqlRows(insertShort, shortTypes, rows) : sqlRows(insertEntries, entryTypes, rows),
		),
	);
	for (const { entry, id } of numbered)
		if (entry.isLook && entry.persons.length && !isOwnAct(entry)) statements.push(insertLook(entry, id));
	await Promise.all(statements.map((statement) => db.run(statement)));
}

function isOwnAct({ caller: { actor }, persons }: AuditEntry): boolean {
	return actor.kind === 'account' && persons.every((person) => actor.persons.includes(person));
}

const insertEntries = `insert into audit.entry
	(entry_id, at, operation, actor_kind, actor_id, authority, outcome, problem, purpose, case_id, persons, person_id, request_id) values`;
const entryTypes = [
	...['bigint', 'timestamptz', 'text', 'text', 'bigint', 'text', 'text'],
	...['text', 'text', 'bigint', 'integer', 'bigint', 'text'],
];

/** The ids go as one text: the driver would look for what to escape in each of a thousand. */
const insertLook = ({ persons, at }: AuditEntry, entryId: string) => sql`
	insert into audit.look (at, entry_id, persons) values (${at}, ${entryId}, ${`{${[...new Set(persons)]}}`}::bigint[])`;

const insertShort = `insert into audit.entry
	(entry_id, at, operation, actor_kind, actor_id, outcome, persons, person_id, request_id) values`;
const shortTypes = ['bigint', 'timestamptz', 'text', 'text', 'bigint', 'text', 'integer', 'bigint', 'text'];

interface Numbered {
	entry: AuditEntry;
	id: string;
}

/** What people do themselves leaves most columns empty, and there are thousands of them a second: a shorter statement. */
function bySort(entries: Numbered[]): [boolean, Numbered[]][] {
	const isShort = ({ entry }: Numbered) =>
		!('authority' in entry.caller.actor) && !entry.problem && !entry.purpose && !entry.caseId;
	return [
		[true, entries.filter(isShort)],
		[false, entries.filter((one) => !isShort(one))],
	];
}

function toShortRow({ entry, id }: Numbered): unknown[] {
	const { actor, requestId } = entry.caller;
	const only = entry.persons.length === 1 ? entry.persons[0] : null;
	const who = [actor.kind, actorId(actor) ?? null];
	return [id, entry.at, entry.operation, ...who, entry.outcome, entry.persons.length, only, requestId];
}

function toRow({ entry, id }: Numbered): unknown[] {
	const { actor, requestId } = entry.caller;
	const authority = 'authority' in actor ? actor.authority : null;
	const only = entry.persons.length === 1 ? entry.persons[0] : null;
	return [
		...[id, entry.at, entry.operation, actor.kind, actorId(actor) ?? null, authority, entry.outcome],
		...[entry.problem ?? null, entry.purpose ?? null, entry.caseId ?? null, entry.persons.length, only, requestId],
	];
}
