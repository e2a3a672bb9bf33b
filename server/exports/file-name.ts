import { dayOf } from '#shared/language';
import type { ExportRow } from './queries.ts';

const names = { cases: 'ca-benh', contacts: 'tiep-xuc', 'follow-up': 'theo-doi' };

/** `tiep-xuc-2026-11-25-417`, without an extension: what it holds, its day and the end of its number. */
export const fileNameOf = ({
	subject,
	ordered_at,
	export_id,
}: Pick<ExportRow, 'subject' | 'ordered_at' | 'export_id'>) =>
	`${names[subject]}-${dayOf(ordered_at)}-${export_id.slice(-4)}`;
