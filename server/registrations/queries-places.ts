import { chunks, type Sql, sql, sqlRows } from '#platform/sql';

export const insertRegisteredPlaces = (
	{ managerId, registrationId }: { managerId: string; registrationId: string },
	rows: readonly { number: number; reference: string | undefined; placeId: string }[],
): Sql[] =>
	chunks(
		rows.map(({ number, reference, placeId }) => [managerId, registrationId, number, reference ?? null, placeId]),
	).map((part) =>
		sqlRows(
			`insert into registrations.registered_place (manager_id, registration_id, number, reference, place_id) values`,
			['bigint', 'bigint', 'integer', 'text', 'bigint'],
			part,
		),
	);

export const selectKnownReferences = (managerId: string, references: readonly string[]) => sql<{ reference: string }>`
	select reference
	from registrations.registered_place
	where manager_id = ${managerId} and reference = any(${references}::text[])`;

export const selectRegisteredPlaces = (registrationId: string) => sql<{
	number: number;
	reference: string | null;
	place_id: string;
}>`
	select number, reference, place_id
	from registrations.registered_place
	where registration_id = ${registrationId}
	order by number
	limit 10000`;
