import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What `/metrics` tells. Labels are operation names and problem codes only. */
export interface Metrics {
	registry: Registry;
	called(operation: string, outcome: string, seconds: number): void;
	/** Something whoever watches the installation should hear of, by a name of its own. */
	noticed(what: string): void;
}

export function openMetrics(): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const calls = new Counter({
		name: 'vaora_operations_total',
		help: 'Operations by outcome: done, or the code of the problem.',
		labelNames: ['operation', 'outcome'],
		registers: [registry],
	});
	const seconds = new Histogram({
		name: 'vaora_operation_seconds',
		help: 'Time from call to commit.',
		labelNames: ['operation'],
		buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
		registers: [registry],
	});
	const notices = new Counter({
		name: 'vaora_notices_total',
		help: 'What happened that should not happen often, by name.',
		labelNames: ['what'],
		registers: [registry],
	});
	return {
		registry,
		noticed: (what) => notices.inc({ what }),
		called: (operation, outcome, duration) => {
			calls.inc({ operation, outcome });
			seconds.observe({ operation }, duration);
		},
	};
}
