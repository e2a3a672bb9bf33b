import { redirect } from '@sveltejs/kit';
import { findAreaByCode } from '#areas';
import { listTypes, registerPlace } from '#places';
import { Problem } from '#platform/problem';
import { running } from '#platform/running';
import { dayOf } from '#shared/language';
import { listCommunes, listProvinces } from '#web/server/areas.ts';
import { ask, askOrReturn, type FieldTexts, signInPath } from '#web/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

const names = ['name', 'type', 'province', 'commune', 'address', 'registrantName'] as const;
type Values = Record<(typeof names)[number], string>;

export const load: PageServerLoad = async (event) => {
	if (event.locals.caller.actor.kind !== 'account') redirect(303, signInPath(event.url));
	const { types } = await ask(event, listTypes, {});
	const { language } = event.locals;
	return {
		types: types.map(({ type, name }) => ({ value: type, label: name[language] })),
		provinces: await listProvinces(),
	};
};

const texts = {
	name: {
		vi: 'Bạn chưa nhập tên địa điểm (nhiều nhất 200 chữ)',
		en: 'Enter the name of the place (200 letters at most)',
	},
	type: { vi: 'Bạn chưa chọn loại địa điểm', en: 'Choose the kind of place' },
	commune: { vi: 'Bạn chưa chọn phường, xã', en: 'Choose the ward or commune' },
	address: { vi: 'Bạn chưa nhập địa chỉ', en: 'Enter the address' },
	registrantName: { vi: 'Bạn chưa nhập họ tên người đăng ký', en: 'Enter the name of whoever registers' },
} satisfies FieldTexts;

export const actions: Actions = {
	default: async (event) => {
		const posted = await event.request.formData();
		const values = Object.fromEntries(
			names.map((name) => [name, String(posted.get(name) ?? '').slice(0, 1_000)]),
		) as Values;
		const communes = await listCommunes(values.province);
		if (posted.get('again') === 'commune') return { values: { ...values, communes }, fault: undefined };
		const done = await askOrReturn(event, { ...values, communes }, () => register(event, values), texts);
		if (!('placeId' in done)) return done;
		redirect(303, `/places/${done.placeId}?new`);
	},
};

async function register(event: Parameters<typeof ask>[0], values: Values) {
	const { db, clock } = running.platform!;
	const area = values.commune ? await findAreaByCode(db, 'commune', values.commune, dayOf(clock.now())) : undefined;
	const missing = (['name', 'type', 'commune', 'registrantName'] as const).filter((name) => !values[name].trim());
	if (!area && !missing.includes('commune')) missing.push('commune');
	if (missing.length) throw new Problem('invalid-input', { fields: missing.map((field) => ({ field })) });
	const { name, type, address, registrantName } = values;
	return ask(event, registerPlace, {
		name,
		type,
		area: area!.areaId,
		registrantName,
		...(address.trim() ? { address } : {}),
	});
}
