import Type from 'typebox';
import { listProfiles } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { self } from '#platform/who';
import { writeNationalCode } from '#shared/codes/national-code';
import { issuePersonalCode } from '#shared/codes/personal-code';
import { selectDeclaration, selectStandings } from './queries.ts';
import { Level, Moment } from './shapes.ts';
import { signerOf } from './signer.ts';

export const issueCode = operation({
	name: 'declarations.issue-code',
	summary: {
		vi: 'Mã cá nhân có chữ ký, và mã QR quốc gia theo QĐ 1405',
		en: 'The signed personal code, and the national QR code of QĐ 1405',
	},
	who: self((input: { person: string }) => input.person),
	input: Type.Object({ person: Id }, { additionalProperties: false }),
	output: Type.Object({
		code: Type.String({ maxLength: 300, description: 'COSE_Sign1 in base45, for a QR code' }),
		national: Type.String({ description: 'SoGiayTo|HoTen|NgaySinh|LoaiDinhDanh|QID|EXT' }),
		level: Level,
		issuedAt: Moment,
		expiresAt: Moment,
	}),
	personal: 'reads',
	run: async ({ db, platform, now, about }, { person }) => {
		about(person);
		const standing = (await db.rows(selectStandings([person])))[0];
		if (!standing) throw new Problem('declaration-missing');
		if (standing.valid_until <= now) throw new Problem('declaration-expired');
		const profile = (await listProfiles({ db, keys: platform.keys }, [person])).get(person);
		const declaration = await db.find(selectDeclaration(person, standing.declaration_id));
		const times = { issuedAt: standing.declared_at, expiresAt: standing.valid_until };
		const code = await issuePersonalCode(
			{ kind: 'static', personId: person, level: standing.level, ...times },
			await signerOf(platform),
		);
		const national = writeNationalCode({
			documentNumber: profile?.documentNumber ?? '',
			fullName: profile?.fullName ?? '',
			birthDate: profile?.birthYear ? `${profile.birthYear}-01-01` : '',
			isDeclaredByAnother: declaration?.is_proxy ?? false,
			qid: person,
			extension: {
				gender: profile?.gender === 'male' ? 1 : profile?.gender === 'female' ? 2 : 0,
				healthInsuranceNumber: profile?.healthInsuranceNumber,
				phone: profile?.phone?.replace(/^\+84/, '0'),
			},
		});
		const moments = { issuedAt: times.issuedAt.toISOString(), expiresAt: times.expiresAt.toISOString() };
		return { code, national, level: standing.level, ...moments };
	},
});
