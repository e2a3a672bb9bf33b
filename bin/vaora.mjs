#!/usr/bin/env node
// `npx vaora <command>`
import { join } from 'node:path';
import { handOver, root, setUp, setUpPages } from './setup.mjs';

const node = setUp();
if (process.argv[2] === 'serve') setUpPages(node);
handOver(node, [join(root, 'server/main.ts'), ...process.argv.slice(2)]);
