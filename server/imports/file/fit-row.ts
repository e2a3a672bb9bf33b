import type { Fault, FaultName } from './faults.ts';
import { type Field, requiredOf } from './fields.ts';
import type { Entry, Reader } from './read-row.ts';

/** Where several infectors are named in one cell. */
const betweenIds = /[,;]/;

/** Tells what of a row does not fit together, and whom else it names. */
export function fitRow({ kind, mapping }: Reader, entry: Entry, faults: Fault[]): Entry {
	const { values } = entry;
	const at = (field: Field) => mapping.columns.indexOf(field);
	const tell = (field: Field, fault: FaultName) => {
		const column = at(field);
		if (!faults.some((one) => one.at === column)) faults.push(column < 0 ? { fault } : { at: column, fault });
	};
	for (const any of requiredOf[kind])
		if (!any.some((field) => values[field])) tell(any.find((field) => at(field) >= 0) ?? any[0]!, 'missing');
	if (kind === 'contacts' && !values.contactOn && !mapping.contactOn) tell('contactOn', 'missing');
	const isBefore = (one: Field, other: Field) => values[one] && values[other] && values[one] < values[other];
	if (isBefore('outcomeOn', 'onsetOn')) tell('outcomeOn', 'outcome-before-onset');
	if (isBefore('resultOn', 'sampledOn')) tell('resultOn', 'result-before-sample');
	if (isBefore('contactOn', 'firstContactOn')) tell('firstContactOn', 'first-after-last');
	const named: Field[] =
		kind === 'tests' ? ['caseId'] : kind === 'follow-ups' ? ['contactId'] : ['infectorId', 'infecteeId'];
	const refers = named.flatMap((field) => idsOf(values[field]).map((id) => ({ at: at(field), id })));
	const isOfItself = kind !== 'tests' && kind !== 'follow-ups' && idsOf(values.infectorId).includes(entry.externalId);
	if (isOfItself) tell('infectorId', 'itself');
	return { ...entry, refers };
}

export const idsOf = (written: string | undefined): string[] =>
	(written ?? '')
		.split(betweenIds)
		.map((one) => one.trim())
		.filter(Boolean);
