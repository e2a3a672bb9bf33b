import { type RequestEvent, redirect } from '@sveltejs/kit';
import { Problem } from '#platform/problem';
import { check, fileBytesMax, list } from '#registrations';
import { ask, askOrReturn, type FieldTexts, signInPath } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { actor } = event.locals.caller;
	if (actor.kind === 'anyone') redirect(303, signInPath(event.url));
	try {
		const { registrations } = await ask(event, list, {});
		return { registrations, isStaff: actor.kind === 'staff' };
	} catch (problem) {
		if (!(problem instanceof Problem) || problem.code !== 'not-allowed') throw problem;
		return { registrations: undefined, isStaff: false };
	}
};

const megabytesMax = fileBytesMax / 1024 / 1024;

const texts = {
	registrantName: { vi: 'Bạn chưa nhập họ tên người đăng ký', en: 'Enter the name of whoever registers' },
	managerPhone: { vi: 'Số điện thoại người quản lý không đúng', en: 'The manager’s phone number is not right' },
} satisfies FieldTexts;

export const actions: Actions = {
	default: async (event) => {
		const posted = await readForm(event);
		const text = (name: string) => String(posted?.get(name) ?? '').slice(0, 1_000);
		const values = { registrantName: text('registrantName'), managerPhone: text('managerPhone').slice(0, 30) };
		const done = await askOrReturn(event, values, () => send(event, posted, values), texts);
		if (!('registration' in done)) return done;
		redirect(303, `/places/import/${done.registration}`);
	},
};

/** Undefined for a form that is too large to be read. */
async function readForm({ request }: RequestEvent): Promise<FormData | undefined> {
	if (Number(request.headers.get('content-length')) > fileBytesMax + 64 * 1024) return undefined;
	return request.formData();
}

async function send(
	event: RequestEvent,
	posted: FormData | undefined,
	{ registrantName, managerPhone }: { registrantName: string; managerPhone: string },
) {
	const file = posted?.get('file');
	if (!posted || (file instanceof File && file.size > fileBytesMax))
		throw new Problem('file-too-large', { field: 'file', values: { megabytesMax } });
	if (!(file instanceof File) || !file.size) throw new Problem('sheet-empty', { field: 'file' });
	return ask(event, check, {
		content: Buffer.from(await file.arrayBuffer()).toString('base64'),
		registrantName,
		...(managerPhone.trim() ? { managerPhone } : {}),
	});
}
