#!/usr/bin/env node
// `npm start`: sets everything up and serves; with demo data unless it is a real installation.
import { join } from 'node:path';
import { handOver, root, setUp, setUpPages } from './setup.mjs';

const node = setUp();
setUpPages(node);
const isReal = process.env.NODE_ENV === 'production' || process.env.DATABASE_URL;
const demo = isReal || process.argv.includes('--demo') ? [] : ['--demo'];
handOver(node, [join(root, 'server/main.ts'), 'serve', ...demo, ...process.argv.slice(2)]);
