import Type from 'typebox';
import { getAreas } from '#areas';
import { listProfiles, type Profile, toAddress } from '#identity';
import { Id } from '#platform/ids';
import { operation } from '#platform/operation';
import { Candidate, getCandidateRow, officerOfCandidate, Purpose, toCandidates } from './candidate.ts';

const optional = Type.Optional(Type.String());

const Side = Type.Object({
	person: Id,
	fullName: Type.String(),
	birthYear: Type.Optional(Type.Integer()),
	gender: optional,
	phone: optional,
	documentNumber: optional,
	healthInsuranceNumber: optional,
	address: optional,
});

export const compare = operation({
	name: 'duplicates.compare',
	summary: {
		vi: 'Xem đầy đủ hai hồ sơ cạnh nhau để biết có phải một người; phải ghi mục đích',
		en: 'Two whole records side by side, for a purpose, to see whether they are one person',
	},
	who: officerOfCandidate,
	input: Type.Object({ candidateId: Id, purpose: Purpose }, { additionalProperties: false }),
	output: Type.Object({ candidate: Candidate, sides: Type.Array(Side) }),
	personal: 'reads',
	purpose: ({ purpose }) => purpose,
	run: async ({ db, platform: { keys }, about }, { candidateId }) => {
		const row = await getCandidateRow(db, candidateId);
		const persons = [row.low_id, row.high_id];
		about(...persons);
		const profiles = await listProfiles({ db, keys }, persons);
		const areas = await getAreas(
			db,
			[...profiles.values()].flatMap(({ areaId }) => areaId ?? []),
		);
		const side = (person: string, profile: Profile) => ({
			...{ person, fullName: profile.fullName, birthYear: profile.birthYear, gender: profile.gender },
			...{ phone: profile.phone, documentNumber: profile.documentNumber },
			healthInsuranceNumber: profile.healthInsuranceNumber,
			address: toAddress(profile, areas) || undefined,
		});
		return {
			candidate: (await toCandidates({ db, keys }, [row]))[0]!,
			sides: persons.flatMap((person) => {
				const profile = profiles.get(person);
				return profile ? [side(person, profile)] : [];
			}),
		};
	},
});
