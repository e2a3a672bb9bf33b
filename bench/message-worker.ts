// One worker that sends what is due until nothing is; what a job does, in a process that can be killed.
import { sendDue } from '#messages';
import { openInstallation } from '../server/installation.ts';

const { platform, close } = await openInstallation({ migrates: false });
console.log('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));
console.log(`sent ${await sendDue(platform)}`);
await close();
process.exit(0);
