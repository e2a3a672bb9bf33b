import type { LineFilter, LineOrder } from '#cases';

const states = ['open', 'closed', 'all'] as const;
const classes = ['suspected', 'probable', 'confirmed', 'discarded'] as const;
const outcomes = ['recovered', 'died', 'unknown', 'none'] as const;
const orders = ['newest', 'onset', 'classification'] as const;

export type Filter = LineFilter & { order?: LineOrder };

/** The filters of a line list as its address tells them; what cannot be is left out. */
export function readFilter(params: URLSearchParams): Filter {
	const text = (name: string) => params.get(name)?.trim().slice(0, 40) || undefined;
	const choice = <T extends string>(name: string, choices: readonly T[]) => choices.find((one) => one === text(name));
	const day = (name: string) => /^\d{4}-\d\d-\d\d$/.exec(text(name) ?? '')?.[0];
	const truth = (name: string) => ({ yes: true, no: false })[text(name) ?? ''];
	const area = /^\d{1,9}$/.exec(text('areaId') ?? '')?.[0];
	const filter: Filter = {
		state: choice('state', states),
		number: text('number'),
		disease: /^[a-z0-9][a-z0-9-]{1,39}$/.exec(text('disease') ?? '')?.[0],
		outbreak: /^[1-9]\d{0,18}$/.exec(text('outbreak') ?? '')?.[0],
		classification: choice('classification', classes),
		areaId: area ? Number(area) : undefined,
		onsetFrom: day('onsetFrom'),
		onsetUntil: day('onsetUntil'),
		reportedFrom: day('reportedFrom'),
		reportedUntil: day('reportedUntil'),
		outcome: choice('outcome', outcomes),
		isIsolated: truth('isIsolated'),
		hasResult: truth('hasResult'),
		order: choice('order', orders),
	};
	return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** The address of a line list with some filters. */
export function toQuery(filter: Filter): string {
	const entries = Object.entries(filter).map(([name, value]) => [name, words[String(value)] ?? String(value)]);
	return new URLSearchParams(entries).toString();
}

const words: Record<string, string> = { true: 'yes', false: 'no' };
