export type Level = 'country' | 'province' | 'district' | 'commune';

const kinds: Record<Level, Record<string, string>> = {
	country: {},
	province: { 'Thành phố': 'City', Tỉnh: 'Province' },
	district: { 'Thành phố': 'City', 'Thị xã': 'Town', Quận: 'District', Huyện: 'District' },
	commune: { 'Thị trấn': 'Township', 'Đặc khu': 'Special Zone', Phường: 'Ward', Xã: 'Commune' },
};

/**
 * Writes a unit's name as the office does ("THỊ XÃ Ninh Hòa" becomes "Thị xã Ninh Hòa") and tells its kind. A province
 * that a source names without its kind ("Cao Bằng") is a Tỉnh: the cities are never named without theirs.
 */
export function readUnitName(level: Level, given: string): { name: string; bare: string; kind: string | undefined } {
	const text = given.normalize('NFC').trim().replace(/\s+/g, ' ');
	const lower = text.toLowerCase();
	const kind = Object.keys(kinds[level]).find((one) => lower.startsWith(`${one.toLowerCase()} `));
	if (kind) {
		const bare = text.slice(kind.length + 1);
		return { name: `${kind} ${bare}`, bare, kind };
	}
	if (level === 'province') return { name: `Tỉnh ${text}`, bare: text, kind: 'Tỉnh' };
	return { name: text, bare: text, kind: undefined };
}

/** "Phường Ba Đình" is "Ba Dinh Ward", "Quận 1" is "District 1": for sources that give no English name. */
export function toEnglish(level: Level, name: string): string {
	const { bare, kind } = readUnitName(level, name);
	const plain = bare.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
	if (!kind) return plain;
	const english = kinds[level][kind]!;
	return /^\d+$/.test(plain) ? `${english} ${plain}` : `${plain} ${english}`;
}

// The five tone marks: grave, acute, tilde, hook above, dot below.
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * What two sources agree on when they mean the same unit: letter case, spaces, "Hoà" or "Hòa", "Phú Quí" or "Phú Quý"
 * make no difference, but every other diacritic does (Xã Tân Thành is not Xã Tân Thạnh).
 */
export function toNameKey(level: Level, name: string): string {
	const { name: whole, bare } = readUnitName(level, name);
	const decomposed = (level === 'province' ? bare : whole).toLowerCase().normalize('NFD').replace(/[’']/g, '');
	return decomposed
		.split(/[\s-]+/)
		.map(toneLast)
		.join(' ')
		.replaceAll('y', 'i');
}

function toneLast(syllable: string): string {
	return syllable.replace(tones, '') + (syllable.match(tones) ?? []).join('');
}

/** A code of our own making for an old unit that its source names without one: "thanh-pho-ha-noi". */
export function toOwnCode(name: string): string {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
	return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
