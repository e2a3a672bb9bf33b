#!/usr/bin/env node
// `npm run bench [-- --short] [-- --write] [-- check-ins|gate|gate-offline|gate-latency|posters|page|contacts|chains]`
import { join } from 'node:path';
import { handOver, root, setUp, setUpPages } from './setup.mjs';

const node = setUp();
setUpPages(node);
handOver(node, [join(root, 'bench/run.ts'), ...process.argv.slice(2)], { NODE_ENV: 'test' });
