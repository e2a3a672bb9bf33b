import Type from 'typebox';
import { operation } from '#platform/operation';
import { anyone } from '#platform/who';
import { publicKeyOf } from './signer.ts';

export const publicKeys = operation({
	name: 'declarations.public-keys',
	summary: {
		vi: 'Khoá công khai để kiểm tra mã cá nhân, kể cả khi không có mạng',
		en: 'The public keys by which personal codes are verified, offline too',
	},
	who: anyone,
	input: Type.Object({}, { additionalProperties: false }),
	output: Type.Object({
		keys: Type.Array(Type.Object({ keyId: Type.String({ description: 'Hexadecimal' }), key: Type.Unknown() })),
	}),
	personal: 'none',
	run: async ({ platform }) => ({ keys: [await publicKeyOf(platform)] }),
});
