import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { normalise } from '../text/vietnamese.ts';
import { cccdCard, readCccdCard } from './cccd-card.ts';

const specimens = 'testvectors/cccd_qr_specimens.json';

interface Specimens {
	valid: Record<'qr' | 'id' | 'name' | 'birth' | 'sex' | 'address' | 'issued', string>[] & { oldId: string | null }[];
	invalid: { qr: string; why: string }[];
}

describe.skipIf(!hasSharedData(specimens))('specimens of identity cards', () => {
	test('are all read, with every field', () => {
		const { valid } = readSharedJson(specimens) as Specimens;

		for (const { qr, id, oldId, name, birth, sex, address, issued } of valid) {
			expect(cccdCard.recognises(qr)).toBe(true);
			expect(readCccdCard(qr)).toEqual({
				documentNumber: id,
				...(oldId ? { formerNumber: oldId } : {}),
				fullName: name,
				birthDate: birth,
				gender: sex,
				// Some specimens have two spaces in a row, which are kept as one.
				address: normalise(address),
				issuedOn: issued,
			});
		}
		expect(valid).toHaveLength(300);
	});

	test('that are faulty are refused, and one only written in another way is not', () => {
		const { invalid } = readSharedJson(specimens) as Specimens;

		for (const { qr, why } of invalid)
			expect([why, readCccdCard(qr)?.fullName]).toEqual([why, why.startsWith('NFD') ? 'Nguyễn Thị Ánh' : undefined]);
		expect(invalid).toHaveLength(12);
	});
});

const card = '079190001001|020123456|Ðặng Thị Ánh|01011990|Nữ|Ðường Lê Duẩn, Quận 1|01012021';
const read = {
	documentNumber: '079190001001',
	formerNumber: '020123456',
	fullName: 'Đặng Thị Ánh',
	birthDate: '1990-01-01',
	gender: 'female',
	address: 'Đường Lê Duẩn, Quận 1',
	issuedOn: '2021-01-01',
};

test.each([
	['with the Icelandic Ð for Đ', card],
	['of the newer layout, with more fields', `${card}||Đặng Văn A|Trần Thị B|12345`],
	['with nothing more but another separator', `${card}|`],
	['read with a line end and spaces', ` ${card.replaceAll('|', ' | ')}\r\n`],
	['with its sex in small letters', card.replace('Nữ', 'nữ')],
	['with its letters taken apart', card.normalize('NFD')],
])('a card %s is read', (_which, text) => {
	expect(cccdCard.recognises(text)).toBe(true);
	expect(readCccdCard(text)).toEqual(read);
});

test('a card without a former number has none', () => {
	expect(readCccdCard(card.replace('020123456', ''))).not.toHaveProperty('formerNumber');
});

test.each([
	['with a letter in its number', card.replace('079190', '07919O')],
	['with a former number of eight digits', card.replace('020123456', '02012345')],
	['of somebody born on 30 February', card.replace('01011990', '30021990')],
	['issued in month 13', card.replace('01012021', '01132021')],
	['whose number says another year', card.replace('079190', '079191')],
	['whose number says another century', card.replace('079190', '079390')],
	['without a name', card.replace('Ðặng Thị Ánh', '')],
	['with an address longer than any', card.replace('Quận 1', 'a'.repeat(400))],
])('a card %s is refused', (_which, text) => {
	expect(readCccdCard(text)).toBeUndefined();
});
