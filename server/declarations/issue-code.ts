import Type from 'typebox';
import { listProfiles } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Problem } from '#platform/problem';
import { self } from '#platform/who';
import { writeNationalCode } from '#shared/codes/national-code';
import { selectDeclaration } from './queries.ts';
import { Level, Moment } from './shapes.ts';
import { signCodes } from './sign-codes.ts';
import { readStandings } from './standings.ts';

export const issueCode = operation({
	name: 'declarations.issue-code',
	summary: {
		vi: 'Mã cá nhân có chữ ký, và mã QR quốc gia theo QĐ 1405',
		en: 'The signed personal code, and the national QR code of QĐ 1405',
	},
	who: self((input: { person: string }) => input.person),
	input: Type.Object(
		{
			person: Id,
			anchor: Type.Optional(
				Type.String({
					pattern: '^[0-9a-f]{32}$',
					description: 'The end of the phone’s hash chain: gives a code that changes by the minute, offline too',
				}),
			),
		},
		{ additionalProperties: false },
	),
	output: Type.Object({
		code: Type.String({ maxLength: 300, description: 'For paper: COSE_Sign1 in base45, for a QR code' }),
		short: Type.String({ maxLength: 300, description: 'The same for a screen: holds for two minutes' }),
		rotating: Type.Optional(
			Type.Object({
				code: Type.String({ description: 'To which the phone puts the link of each minute' }),
				expiresAt: Moment,
			}),
		),
		national: Type.String({ description: 'SoGiayTo|HoTen|NgaySinh|LoaiDinhDanh|QID|EXT' }),
		level: Level,
		issuedAt: Moment,
		expiresAt: Moment,
	}),
	personal: 'reads',
	run: async ({ db, platform, now, about }, { person, anchor }) => {
		about(person);
		const found = (await readStandings(db, [person])).get(person);
		if (!found) throw new Problem('declaration-missing');
		// The code is of whoever asks for it, though the declaration may stand under another id of theirs.
		const standing = { ...found, person_id: person };
		if (standing.valid_until <= now) throw new Problem('declaration-expired');
		const profile = (await listProfiles({ db, keys: platform.keys }, [person])).get(person);
		const declaration = await db.find(selectDeclaration([found.person_id], standing.declaration_id));
		const { issuedAt, ...codes } = await signCodes(platform, { standing, now, anchor });
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
		const moments = { issuedAt: issuedAt.toISOString(), expiresAt: standing.valid_until.toISOString() };
		return { ...codes, national, level: standing.level, ...moments };
	},
});
