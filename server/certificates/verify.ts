import Type from 'typebox';
import { publicKeyOf } from '#declarations';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { certificateWords, readCertificateCode } from '#shared/codes/certificate-code';
import { p256 } from '#shared/codes/cose';
import { selectRevoked } from './queries.ts';

const Words = Type.Object({ vi: Type.String(), en: Type.String() });

export const verify = operation({
	name: 'certificates.verify',
	summary: {
		vi: 'Kiểm tra chữ ký, thời hạn trên mã của giấy hoàn thành cách ly, và giấy có bị huỷ không; điện thoại tự kiểm tra chữ ký được khi không có mạng',
		en: 'Verifies the code of a certificate and that it was not taken back; a phone checks the signature by itself',
	},
	who: anyone,
	input: Type.Object(
		{ code: Type.String({ minLength: 1, maxLength: 2_000, description: 'What its QR code says' }) },
		{ additionalProperties: false },
	),
	output: Type.Object({
		holds: Type.Boolean(),
		why: Type.Optional(Words),
		claims: Type.Optional(
			Type.Object({
				certificateId: Type.String(),
				fullName: Type.String(),
				birthYear: Type.Optional(Type.Integer()),
				fromOn: Type.String(),
				completedOn: Type.String(),
				decidedBy: Type.String(),
				decisionNumber: Type.String(),
				issuedAt: Type.String({ format: 'date-time' }),
				expiresOn: Type.Optional(Type.String()),
			}),
		),
	}),
	// What is read is what whoever asks holds in their hand; looked up is only whether it was taken back.
	personal: 'none',
	limits: [{ what: 'address', by: (_input, { address }) => address, limit: { count: 120, seconds: 600 } }],
	run: async ({ db, now, platform }, { code }) => {
		const { keyId, key } = await publicKeyOf(platform);
		const imported = await crypto.subtle.importKey('jwk', key, p256, false, ['verify']);
		const read = await readCertificateCode(code, new Map([[keyId, imported]]), now);
		if (!read.ok) return { holds: false, why: certificateWords[read.reason] };
		if (await db.find(selectRevoked(read.claims.certificateId))) return { holds: false, why: certificateWords.revoked };
		return { holds: true, claims: { ...read.claims, issuedAt: read.claims.issuedAt.toISOString() } };
	},
});
