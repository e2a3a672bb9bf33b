// One worker that chooses and queues the reminders that are due, at nine in the morning, in a process of its own; it
// begins when it is told to.
import { once } from 'node:events';
import { remind } from '#reminders';
import { dayOf, startOfDay } from '#shared/language';
import { openInstallation } from '../server/installation.ts';
import { modules } from '../server/modules.ts';

const { platform, close } = await openInstallation({ startsDatabase: false });
if (!modules.length) throw new Error('no module is loaded');
const nine = new Date(startOfDay(dayOf(platform.clock.now())).getTime() + 9 * 3_600_000);
console.log('ready');
await once(process.stdin, 'data');
const reminded = await remind({ ...platform, clock: { now: () => nine } }, Number(process.argv[2] ?? 0));
console.log(`reminded ${reminded}`);
await close();
process.exit();
