import { redirect } from '@sveltejs/kit';
import { findAreaByCode } from '#areas';
import { running } from '#platform/running';
import { appointRegistrar, dismissRegistrar, listRegistrars } from '#registrations';
import { dayOf } from '#shared/language';
import { listProvinces } from '#web/server/areas.ts';
import { ask, askOrReturn, askOrShow, type FieldTexts } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	...(await askOrShow(event, listRegistrars, {})),
	provinces: await listProvinces(),
});

const texts = {
	phone: {
		vi: 'Số điện thoại không đúng, hoặc đã có quyền ở đó',
		en: 'This is no phone number, or it has the right there',
	},
	area: { vi: 'Bạn chưa chọn địa bàn', en: 'Choose the area' },
} satisfies FieldTexts;

export const actions: Actions = {
	appoint: async (event) => {
		const posted = await event.request.formData();
		const values = { phone: String(posted.get('phone') ?? '').slice(0, 30), area: String(posted.get('area') ?? '') };
		const done = await askOrReturn(event, values, () => appoint(event, values), texts);
		if (!('account' in done)) return done;
		redirect(303, event.url.pathname);
	},
	dismiss: async (event) => {
		const posted = await event.request.formData();
		const input = { account: String(posted.get('account')), area: Number(posted.get('area')) };
		const done = await askOrReturn(event, {}, async () => ({ done: await ask(event, dismissRegistrar, input) }));
		if (!('done' in done)) return done;
		redirect(303, event.url.pathname);
	},
};

async function appoint(event: Parameters<typeof ask>[0], { phone, area }: { phone: string; area: string }) {
	const { db, clock } = running.platform!;
	const today = dayOf(clock.now());
	const isCountry = area === 'country';
	const province = isCountry ? undefined : await findAreaByCode(db, 'province', area, today);
	const country = isCountry ? await findAreaByCode(db, 'province', '01', today) : undefined;
	return ask(event, appointRegistrar, { phone, area: country?.parentId ?? province?.areaId ?? 0 });
}
