import type { Format } from './format.ts';

/** A place as the systems of 2020 to 2022 named it; only an operator's list can say which place that is here. */
export interface OldPlaceCode {
	system: 'tokhaiyte' | 'pccovid';
	/** The group id of tokhaiyte.vn, 24 letters of hexadecimal; of PC-Covid, whose form was never published, what follows the host. */
	id: string;
}

/** `https://tokhaiyte.vn/?page=Group.checkin&groupId=…` or the group id alone, and addresses of PC-Covid. */
export function readOldPlaceCode(text: string): OldPlaceCode | undefined {
	if (groupIdAlone.test(text.trim())) return { system: 'tokhaiyte', id: text.trim().toLowerCase() };
	const [, host, rest] = address.exec(text.trim()) ?? [];
	if (!host || !rest) return undefined;
	const system = /tokhaiyte/i.test(host) ? 'tokhaiyte' : 'pccovid';
	const groupId = /[?&]groupId=([0-9a-f]{24})(?![0-9a-z])/i.exec(rest)?.[1]?.toLowerCase();
	if (groupId) return { system, id: groupId };
	const path = rest.replace(/^\/+/, '');
	return system === 'pccovid' && path && path.length <= longestPath ? { system, id: path } : undefined;
}

const longestPath = 300;

/** What people copy out of the address. */
const groupIdAlone = /^[0-9a-f]{24}$/i;

/** With or without `https://`, which some readers leave out. */
const address = /^(?:https?:\/\/)?((?:[\w-]+\.)?(?:tokhaiyte\.vn|pccovid\.gov\.vn))((?:[/?][^\s]*)?)$/i;

export const oldPlaceCode: Format<'old-place', OldPlaceCode> = {
	name: 'old-place',
	title: { vi: 'Mã địa điểm cũ (tokhaiyte.vn, PC-Covid)', en: 'Old place code (tokhaiyte.vn, PC-Covid)' },
	shows: 'place',
	recognises: (text) => address.test(text.trim()) || groupIdAlone.test(text.trim()),
	parse: readOldPlaceCode,
};
