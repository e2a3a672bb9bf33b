import { modules } from '#server/modules';

/** A file of the tree, by its path from the root. */
export interface File {
	path: string;
	text: string;
}

/** A rule of ARCHITECTURE.md or CONTRIBUTING.md: finds what breaks it, as `path: what`. */
export interface Rule {
	name: string;
	check(files: readonly File[]): string[];
	/** Files that break the rule, to see that it can fail. */
	broken: File[];
}

const imports = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);

const isTest = (path: string) => /\.test\.ts$/.test(path) || /^(test|e2e|bench)\//.test(path);
const moduleOf = (path: string) => /^server\/([a-z-]+)\//.exec(path)?.[1];

const each = (find: (file: File) => string[]) => (files: readonly File[]) =>
	files.flatMap((file) => find(file).map((what) => `${file.path}: ${what}`));

/** In the order in which modules may know each other. */
const moduleOrder = modules.map(({ name }) => name);

/** What ties the modules together: it may know all of them. */
const roots = ['commands', 'demo'];

export const rules: readonly Rule[] = [
	{
		name: 'shared code imports only itself and small pure packages',
		check: each(({ path, text }) => {
			if (!path.startsWith('shared/') || isTest(path)) return [];
			const allowed = /^(\.|#shared\/|qr$|qr\/|cbor2$|libphonenumber-js)/;
			return imports(text)
				.filter((name) => !allowed.test(name))
				.map((name) => `imports ${name}`);
		}),
		broken: [{ path: 'shared/a.ts', text: "import fs from 'node:fs'" }],
	},
	{
		name: 'the platform holds no word of the domain: it imports shared code and packages only',
		check: each(({ path, text }) => {
			if (!path.startsWith('server/platform/') || isTest(path)) return [];
			return imports(text)
				.filter((name) => name.startsWith('#') && !/^#(platform|shared)\//.test(name))
				.map((name) => `imports ${name}`);
		}),
		broken: [{ path: 'server/platform/a.ts', text: "import { call } from '#visits'" }],
	},
	{
		name: 'a module imports the front doors of modules before it, and nothing of its neighbours’ insides',
		check: each(({ path, text }) => {
			const own = moduleOf(path);
			if (!own || own === 'platform' || roots.includes(own) || isTest(path)) return [];
			const order = moduleOrder.indexOf(own);
			if (order < 0) return ['is in a folder that server/modules.ts does not list'];
			return imports(text)
				.filter((name) => {
					if (name.startsWith('../')) return true;
					if (!name.startsWith('#') || /^#(platform|shared)\//.test(name)) return false;
					return !moduleOrder.slice(0, order).includes(name.slice(1));
				})
				.map((name) => `imports ${name}`);
		}),
		broken: [
			{ path: 'server/areas/a.ts', text: "import { visits } from '#visits'" },
			{ path: 'server/cases/b.ts', text: "import { x } from '../visits/queries.ts'" },
		],
	},
	{
		name: 'pages reach the server only from *.server.ts and +server.ts',
		check: each(({ path, text }) => {
			if (!path.startsWith('web/') || /\.server\.ts$|\+server\.ts$|\/server\//.test(path) || isTest(path)) return [];
			return imports(text.replace(/import type [^;]+;/g, ''))
				.filter((name) => /^#(?!shared\/|web\/|lib)/.test(name) || name.includes('/server/'))
				.map((name) => `imports ${name}`);
		}),
		broken: [{ path: 'web/routes/+page.ts', text: "import { call } from '#platform/call'" }],
	},
	{
		name: 'SQL stands only in queries.ts and its parts, and in migrations',
		check: each(({ path, text }) => {
			if (!/^server\/[a-z-]+\//.test(path) || /^server\/(platform|demo)\//.test(path) || isTest(path)) return [];
			if (/\/queries(-[a-z-]+)?\.ts$/.test(path)) return [];
			return /\bsql(<[^`]*>)?`|\.query\(\s*[`'"]/.test(text) ? ['has SQL'] : [];
		}),
		broken: [{ path: 'server/visits/a.ts', text: 'db.rows(sql`select 1`)' }],
	},
	{
		name: 'a history is added to and never changed',
		check: each(({ path, text }) => {
			if (!/^server\/[a-z-]+\//.test(path) || isTest(path)) return [];
			return /\b(update|delete\s+from)\s+(isolation\.order_step|proposals\.notice)\b/.test(text)
				? ['changes a history']
				: [];
		}),
		broken: [{ path: 'server/isolation/queries.ts', text: 'sql`delete from isolation.order_step where true`' }],
	},
	{
		name: 'a module writes only its own schema',
		check: each(({ path, text }) => {
			const own = moduleOf(path);
			if (!own || own === 'platform' || roots.includes(own) || isTest(path)) return [];
			const written = text.matchAll(/\b(?:insert into|update|delete from)\s+([a-z_]+)\.[a-z_]+/g);
			return [...written].filter((match) => match[1] !== own).map((match) => `writes ${match[0]}`);
		}),
		broken: [{ path: 'server/cases/queries.ts', text: 'update visits.visit set left_at = null' }],
	},
	{
		name: 'SQL names its columns, pages by key and reads no clock of its own',
		check: each(({ path, text }) => {
			if (!/queries(-[a-z-]+)?\.ts$/.test(path)) return [];
			return [/select \*/i, /\boffset \$/i, /\bnow\(\)/i].filter((pattern) => pattern.test(text)).map(String);
		}),
		broken: [{ path: 'server/cases/queries.ts', text: 'select * from cases.case' }],
	},
	{
		name: 'modules get the time passed in',
		check: each(({ path, text }) => {
			if (!/^(server\/[a-z-]+|shared)\//.test(path) || /^server\/(platform|commands)\//.test(path) || isTest(path))
				return [];
			return /Date\.now\(\)|new Date\(\)/.test(text) ? ['reads a clock'] : [];
		}),
		broken: [{ path: 'server/visits/a.ts', text: 'const now = new Date()' }],
	},
	{
		name: 'an operation stands in the file of its name',
		check: each(({ path, text }) => {
			if (!path.startsWith('server/') || isTest(path)) return [];
			const found = [...text.matchAll(/(?:batchedOperation|operation)\(\{\s*name: '([a-z.-]+)'/g)];
			return found
				.map((match) => match[1]!.split('.') as [string, string])
				.filter(([module, name]) => path !== `server/${module}/${name}.ts`)
				.map((name) => `declares ${name.join('.')}`);
		}),
		broken: [{ path: 'server/visits/a.ts', text: "export const x = operation({\n\tname: 'visits.check-in'" }],
	},
	{
		name: 'no file is longer than 300 lines',
		check: each(({ path, text }) => {
			if (!/\.(ts|svelte|css|sql|mjs)$/.test(path)) return [];
			const { length } = text.split('\n');
			return length > 301 ? [`has ${length - 1} lines`] : [];
		}),
		broken: [{ path: 'server/visits/a.ts', text: '\n'.repeat(400) }],
	},
	{
		name: 'a file’s name says what it does',
		check: each(({ path }) =>
			/(^|\/)(utils?|helpers?|common|misc|manager|services?|data|info)(\/|\.(ts|js|svelte)$)/.test(path)
				? ['is named for nothing']
				: [],
		),
		broken: [{ path: 'server/visits/utils.ts', text: '' }],
	},
	{
		name: 'a module’s README has 30 lines at most',
		check: each(({ path, text }) =>
			/^server\/[a-z-]+\/README\.md$/.test(path) && text.trimEnd().split('\n').length > 30 ? ['is longer'] : [],
		),
		broken: [{ path: 'server/visits/README.md', text: 'line\n'.repeat(31) }],
	},
	{
		name: 'a migration says why in its first line',
		check: each(({ path, text }) =>
			path.startsWith('migrations/') && !/^-- [A-Z].{15,}/.test(text) ? ['does not say why'] : [],
		),
		broken: [{ path: 'migrations/20260101-0000-a.sql', text: 'create table a ()' }],
	},
	{
		name: 'a document that names a file names a real one',
		check: (files) => {
			const paths = new Set(
				files.flatMap(({ path }) => [path, ...path.split('/').map((_, i, all) => all.slice(0, i + 1).join('/'))]),
			);
			return files
				.filter(({ path }) => path.endsWith('.md'))
				.flatMap(({ path, text }) =>
					[...text.matchAll(/`((?:server|shared|web|test|e2e|bench|docs|migrations|bin)\/[\w./+()[\]-]*)`/g)]
						.map((match) => match[1]!.replace(/\/$/, ''))
						.filter((named) => !paths.has(named))
						.map((named) => `${path}: names ${named}`),
				);
		},
		broken: [{ path: 'README.md', text: 'see `server/nowhere.ts`' }],
	},
	{
		name: 'no machine’s own path and no registry’s address is in the tree',
		check: each(({ path, text }) => {
			const machine = /(^|[^a-zA-Z0-9_.])\/(work|tmp|home|root)\/[A-Za-z0-9_.-]+/;
			if (path === 'test/architecture-rules.ts') return [];
			return [
				...(machine.test(text) ? ['names a path of a machine'] : []),
				...(/"resolved": "http/.test(text) ? ['names a registry'] : []),
			];
		}),
		broken: [{ path: 'docs/a.md', text: ['', 'home', 'somebody'].join('/') }],
	},
];
