import { expect, test } from 'vitest';
import { needsApproval } from './needs-approval.ts';

test.each([
	['cases', 'csv', 'masked', 1_000_000, false],
	['cases', 'csv', 'revealed', 50, false],
	['cases', 'csv', 'revealed', 51, true],
	['contacts', 'xlsx', 'masked', 50, false],
	['contacts', 'xlsx', 'masked', 51, true],
	['contacts', 'fhir', 'revealed', 51, true],
	['follow-up', 'go-data', 'masked', 51, true],
	['contacts', 'geojson', 'masked', 1_000_000, false],
] as const)('%s as %s, %s, %i rows: a second officer decides: %s', (subject, format, names, rows, isNeeded) => {
	expect(needsApproval({ subject, format, names }, rows, 50)).toBe(isNeeded);
});
