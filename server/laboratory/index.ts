import type { Module } from '#platform/module';
import { correctTest } from './correct-test.ts';
import { listTests } from './list-tests.ts';
import { recordTest } from './record-test.ts';

export { addTests, type NewTest } from './add-tests.ts';
export { TestRecord, testFields } from './test-record.ts';
export { hasPositive, readTestsOf } from './tests.ts';
export { correctTest, listTests, recordTest };

export const laboratory: Module = { name: 'laboratory', operations: [recordTest, correctTest, listTests] };
