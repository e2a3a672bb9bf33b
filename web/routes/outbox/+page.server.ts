import { totpCode } from '#identity';
import { listOutbox } from '#notifications';
import { running } from '#platform/running';
import { demoPassword, demoTotpSecret } from '#server/demo/load';
import { demoStaff } from '#server/demo/staff';
import { askOrShow } from '#web/server/ask.ts';
import type { PageServerLoad } from './$types';

/** Not found in production: the operation refuses. */
export const load: PageServerLoad = async (event) => {
	const { messages } = await askOrShow(event, listOutbox, {});
	return {
		messages: messages.map((message) => ({ ...message, code: /\b\d{6}\b/.exec(message.text)?.[0] })),
		staff: demoStaff.map(({ login, authority }) => ({ login, authority })),
		password: demoPassword,
		totp: totpCode(demoTotpSecret, running.platform!.clock.now()),
	};
};
