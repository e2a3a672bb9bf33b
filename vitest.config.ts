import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['{server,shared,test,bench,web}/**/*.test.ts'],
		globalSetup: 'test/postgres-server.ts',
		testTimeout: 20_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
	},
});
