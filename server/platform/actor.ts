/** What somebody may do, and where. A role without a reach counts everywhere (an installation's administrator). */
export interface Role {
	/** `manager`, `controller`, `health-officer`, `analyst`, `administrator` … */
	name: string;
	/** A place's id. */
	place?: string;
	/** An area's path: its own id and those above it, from the country down; a role reaches the whole subtree. */
	area?: string;
}

/** Who asks. */
export type Actor =
	| { kind: 'anyone' }
	/** A person signed in by phone; `persons` are the ids they may act for: themself and those they declared for. */
	| { kind: 'account'; id: string; session: string; persons: string[]; roles: Role[] }
	/** An officer signed in by password and TOTP. `authority` is what the person concerned will read. */
	| { kind: 'staff'; id: string; session: string; roles: Role[]; authority: string }
	/** Another system with an API key: only the operations its scopes name, with the roles it was given. */
	| { kind: 'partner'; id: string; scopes: string[]; roles: Role[]; authority: string }
	/** A device at a gate: a controller of its place that is no person. */
	| { kind: 'device'; id: string; place: string; gate: number; roles: Role[] }
	/** The installation itself: jobs, the command line, the demo. */
	| { kind: 'system'; job: string };

/** Where a request comes from and on whose behalf. */
export interface Caller {
	actor: Actor;
	/** The client's network address; only ever stored as a keyed hash. */
	address: string;
	requestId: string;
	language: 'vi' | 'en';
}

export const systemCaller = (job: string): Caller => ({
	actor: { kind: 'system', job },
	address: 'local',
	requestId: job,
	language: 'vi',
});

export function actorId(actor: Actor): string | undefined {
	return actor.kind === 'anyone' || actor.kind === 'system' ? undefined : actor.id;
}

export const rolesOf = (actor: Actor): Role[] => ('roles' in actor ? actor.roles : []);
