import Type from 'typebox';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { selectRevoked } from './queries.ts';

export const checkCertificate = operation({
	name: 'certificates.check-certificate',
	summary: {
		vi: 'Giấy hoàn thành cách ly mang số này đã bị huỷ chưa; không cho biết gì khác',
		en: 'Whether the certificate with a number was taken back; nothing else is told, and no name is sent',
	},
	who: anyone,
	input: Type.Object({ certificateId: Id }, { additionalProperties: false }),
	output: Type.Object({ isRevoked: Type.Boolean() }),
	personal: 'none',
	limits: [{ what: 'address', by: (_input, { address }) => address, limit: { count: 600, seconds: 600 } }],
	run: async ({ db }, { certificateId }) => ({
		isRevoked: (await db.find(selectRevoked(certificateId))) !== undefined,
	}),
});
