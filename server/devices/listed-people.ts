import { createHmac } from 'node:crypto';
import type { Standing } from '#declarations';
import { type GateBundle, personHashLength } from '#shared/gate/bundle';
import { packHashes } from '#shared/gate/open-bundle';

/** People a gate must know, by their ids. */
export interface ListedPeople {
	/** Who is stopped at every door. */
	restricted: readonly string[];
	/** Whose codes, or only whose cards, issued before a moment were given back. */
	revoked: readonly { personId: string; before: Date; cardsOnly: boolean }[];
	/** Who has a printed card of the place, with what stands of them. */
	members: ReadonlyMap<string, Standing>;
}

/** The same people as a bundle has them: as hashes under its salt, sorted. */
export function hashPeople(salt: Buffer, { restricted, revoked, members }: ListedPeople) {
	const hash = hasherOf(salt);
	const lists: Pick<GateBundle, 'restricted' | 'revoked' | 'members'> = {
		restricted: packHashes(restricted.map(hash)),
		revoked: revoked
			.map(({ personId, before, cardsOnly }) => ({ person: hash(personId), before: before.toISOString(), cardsOnly }))
			.sort(byPerson),
		members: [...members]
			.map(([personId, { level, validUntil }]) => ({
				...{ person: hash(personId), level, validUntil: validUntil.toISOString() },
			}))
			.sort(byPerson),
	};
	return lists;
}

const byPerson = (one: { person: string }, other: { person: string }) => (one.person < other.person ? -1 : 1);

let kept: { salt: Buffer; hashes: Map<string, string> } | undefined;

/** `hashPerson` of `shared/gate/bundle.ts` for many: whoever was on a list a moment ago is not hashed again. */
function hasherOf(salt: Buffer): (personId: string) => string {
	if (!kept?.salt.equals(salt)) kept = { salt, hashes: new Map() };
	const { hashes } = kept;
	return (personId) => {
		let hash = hashes.get(personId);
		if (!hash) {
			hash = createHmac('sha256', salt).update(personId).digest().toString('hex', 0, personHashLength);
			hashes.set(personId, hash);
		}
		return hash;
	};
}
