import type { Field } from './fields.ts';
import type { ChoiceField } from './meanings.ts';
import type { DayOrder } from './read-day.ts';

/** What an officer said of a file: which column is what, and what its words mean. */
export interface Mapping {
	/** One for each column of the file; null where it is left out. */
	columns: (Field | null)[];
	/** How to read days of a column that can be read both ways. */
	dayOrder: DayOrder;
	/** By the word as it is compared; an empty meaning leaves the cell empty. */
	meanings: Partial<Record<ChoiceField, Record<string, string>>>;
	/** Of rows that do not say. */
	classification: 'suspected' | 'probable' | 'confirmed';
	certainty: 'possible' | 'probable' | 'confirmed';
	/** When those met whose row has no day. */
	contactOn?: string;
}

/** A column as it stands in a file. */
export interface FileColumn {
	heading: string;
	samples: string[];
	dayOrder: DayOrder | 'either' | 'none';
}
