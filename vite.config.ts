import { join } from 'node:path';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

const pages = join(import.meta.dirname, 'web/');

/**
 * Pages call operations in process. What they import of the server stays an import, so that at run time Node gives them
 * the very modules the server runs: one pool, one cache, one batcher.
 */
const serverStaysOutside: Plugin = {
	name: 'vaora-server-stays-outside',
	enforce: 'pre',
	resolveId(id, importer, { ssr }) {
		const isOurs = importer?.startsWith(pages) && /^#(?!web\/|shared\/)[a-z]/.test(id);
		return ssr && isOurs ? { id, external: true } : undefined;
	},
};

export default defineConfig({
	worker: { format: 'es' },
	plugins: [
		serverStaysOutside,
		sveltekit({
			adapter: adapter({ out: 'build', precompress: true }),
			// Only the gate has one, and registers it itself.
			serviceWorker: { register: false },
			// The gate's console never goes to another page, so it need not carry the list of all of them.
			router: { resolution: 'server' },
			inlineStyleThreshold: 32_768,
			files: {
				src: 'web',
				assets: 'web/static',
				routes: 'web/routes',
				appTemplate: 'web/app.html',
				errorTemplate: 'web/error.html',
				hooks: { server: 'web/hooks.server' },
				serviceWorker: 'web/service-worker',
			},
			csp: {
				mode: 'hash',
				directives: {
					'default-src': ['self'],
					'img-src': ['self', 'data:'],
					'style-src': ['self'],
					'object-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
				},
			},
			csrf: { trustedOrigins: [] },
		}),
	],
});
