import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['{server,shared,test,bench,web}/**/*.test.ts'],
		globalSetup: 'test/postgres-server.ts',
		testTimeout: 20_000,
		hookTimeout: 60_000,
		maxWorkers: 2,
		// What a file keeps in memory belongs to its own database, so files can share the loaded modules: half the time.
		isolate: false,
	},
});
