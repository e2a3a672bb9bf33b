import Type from 'typebox';
import { getPlaces } from '#places';
import { actorId } from '#platform/actor';
import { operation } from '#platform/operation';
import { device } from '#platform/who';
import { countInside } from '#visits';
import { signBundle } from './bundle.ts';
import { writeContacts } from './contact.ts';
import { Moment, Status } from './fields.ts';
import { asDevice } from './resolve-device.ts';

export const getBundle = operation({
	name: 'devices.get-bundle',
	summary: {
		vi: 'Dữ liệu có chữ ký để máy ở cổng làm việc khi mất mạng',
		en: 'The signed data by which a gate device works without a network',
	},
	who: device,
	input: Type.Object({ status: Type.Optional(Status) }, { additionalProperties: false }),
	output: Type.Object({
		bundle: Type.String({ description: 'COSE_Sign1 in base64url: `openBundle` of shared/gate/open-bundle.ts' }),
		now: Moment,
		inside: Type.Optional(Type.Integer({ description: 'People in a place with a capacity, as it is now' })),
	}),
	personal: 'none',
	limits: [{ what: 'device', by: (_input, { actor }) => actorId(actor) ?? '', limit: { count: 600, seconds: 3_600 } }],
	run: async (context, { status }) => {
		const { db, now, platform, caller } = context;
		const asking = asDevice(caller.actor);
		const bundle = await signBundle(context, asking);
		const contacts = status ? [{ device: asking, status, now, sent: 0, badCodes: 0 }] : [];
		for (const statement of writeContacts(platform, contacts)) await db.run(statement);
		const place = (await getPlaces(db, [asking.place])).get(asking.place);
		const limited = place?.capacity === undefined ? [] : [place];
		const inside = (await countInside(db, limited, now)).get(asking.place) ?? 0;
		return { bundle, now: now.toISOString(), ...(limited.length ? { inside } : {}) };
	},
});
