import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { selectCertificateState, selectPersonOfOrder } from './queries.ts';
import { officerOfOrder } from './reach.ts';

const Moment = Type.String({ format: 'date-time' });

export const getCertificate = operation({
	name: 'certificates.get-certificate',
	summary: {
		vi: 'Lệnh cách ly đã có giấy hoàn thành chưa, giấy còn giá trị hay đã bị huỷ',
		en: 'Whether an order has its certificate, and whether that was taken back',
	},
	who: officerOfOrder,
	input: Type.Object({ orderId: Id }, { additionalProperties: false }),
	output: Type.Object({
		certificate: Type.Optional(
			Type.Object({
				certificateId: Type.String(),
				issuedAt: Moment,
				revoked: Type.Optional(Type.Object({ at: Moment, reason: Type.String() })),
			}),
		),
	}),
	personal: 'none',
	run: async ({ db }, { orderId }) => {
		const order = await db.find(selectPersonOfOrder(orderId));
		const row = order && (await db.find(selectCertificateState(order.person_id, orderId)));
		if (!row) return {};
		const { revoked_at: at, revoked_reason: reason } = row;
		return {
			certificate: {
				...{ certificateId: row.certificate_id, issuedAt: row.issued_at.toISOString() },
				...(at ? { revoked: { at: at.toISOString(), reason: reason ?? '' } } : {}),
			},
		};
	},
});
