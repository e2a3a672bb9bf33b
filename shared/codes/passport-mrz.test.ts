import { describe, expect, test } from 'vitest';
import { hasSharedData, readSharedJson } from '#test/shared-data';
import { fold } from '../text/vietnamese.ts';
import { passportMrz, readPassport } from './passport-mrz.ts';

const now = new Date('2026-11-24T08:00:00+07:00');
const folder = 'testvectors/mrz';

type VietnameseSpecimen = Record<'name' | 'documentNumber' | 'personalNumber' | 'birth' | 'sex' | 'expiry', string> & {
	td3: [string, string];
};

interface Specimen {
	lines: string[];
	format: string;
	fields: Record<string, string | null>;
}

describe.skipIf(!hasSharedData(folder))('specimens', () => {
	test('of Vietnamese passports are all read', () => {
		const { specimens } = readSharedJson(`${folder}/vn_mrz_specimens.json`) as { specimens: VietnameseSpecimen[] };

		for (const { td3, name, documentNumber, personalNumber, birth, sex, expiry } of specimens) {
			const passport = readPassport(td3.join('\n'), now)!;
			expect(passport).toMatchObject({
				documentNumber,
				personalNumber,
				gender: sex,
				issuingState: 'VNM',
				nationality: 'VNM',
			});
			expect(passport.fullName).toBe(fold(name).toUpperCase());
			expect(passport.birthDate.slice(2).replaceAll('-', '')).toBe(birth);
			expect(passport.birthDate <= '2026-11-24').toBe(true);
			expect(passport.expiresOn).toBe(`20${expiry.replace(/(..)(..)(..)/, '$1-$2-$3')}`);
			expect(passport.isNameShortened).toBe(false);
		}
		expect(specimens).toHaveLength(60);
	});

	test('of other passports are read where their check digits are right; other papers are no passport', () => {
		const { specimens } = readSharedJson(`${folder}/mrz_specimens.json`) as { specimens: Specimen[] };

		let read = 0;
		for (const { lines, format, fields } of specimens) {
			const passport = readPassport(lines.join('\n'), now);
			// Utopia, the specification’s own example, is called invalid there because there is no such state.
			const isRight = format === 'TD3' && fields.compositeCheckDigit !== null && fields.lastName !== null;
			expect([lines, passport !== undefined]).toEqual([lines, isRight]);
			if (!isRight) continue;
			expect(passport).toMatchObject({
				documentNumber: fields.documentNumber,
				fullName: `${fields.lastName} ${fields.firstName}`.trim(),
				gender: fields.sex,
			});
			expect(passport!.personalNumber ?? '').toBe(fields.personalNumber);
			read++;
		}
		expect(read).toBe(6);
	});
});

const first = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const second = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const anna = {
	documentNumber: 'L898902C3',
	issuingState: 'UTO',
	nationality: 'UTO',
	fullName: 'ERIKSSON ANNA MARIA',
	isNameShortened: false,
	birthDate: '1974-08-12',
	gender: 'female',
	expiresOn: '2012-04-15',
	personalNumber: 'ZE184226B',
};
const grouped = (line: string) => line.match(/.{1,4}/g)!.join(' ');

test.each([
	['as two lines', `${first}\n${second}`],
	['with line ends of Windows', `${first}\r\n${second}\r\n`],
	['as one line', first + second],
	['in small letters', `${first}\n${second}`.toLowerCase()],
	['with spaces to help the eye', `  ${grouped(first)}\n${grouped(second)}  `],
	['with the last fillers of the first line left out', `${first.replace(/<+$/, '')}\n${second}`],
	['the same in one line', first.replace(/<+$/, '') + second],
	['with spaces for fillers', `${first.replaceAll('<', ' ')}\r\n${second.replaceAll('<', ' ')}`],
	['with the letter O for zeros', `${first}\n${second.replaceAll('0', 'O')}`],
])('a passport typed %s is read', (_how, text) => {
	expect(passportMrz.recognises(text)).toBe(true);
	expect(readPassport(text, now)).toEqual(anna);
});

test('a zero for the letter O at the beginning of a number is mended, where one check digit proves one spelling', () => {
	const line = 'O123456782UTO7408122F1204159<<<<<<<<<<<<<<<6';

	expect(readPassport(`${first}\n${line}`, now)).toMatchObject({ documentNumber: 'O12345678' });
	expect(readPassport(`${first}\n${line.replace('O123', '0123')}`, now)).toMatchObject({ documentNumber: 'O12345678' });
});

test.each([
	['in its number', second.replace('L898902C3', 'L898903C3')],
	['in the day of birth', second.replace('740812', '740813')],
	['in the day of expiry', second.replace('120415', '120416')],
	['in the personal number', second.replace('ZE184226B', 'ZE184227B')],
	['in the last check digit', second.replace(/10$/, '11')],
	['in the state, a zero for the letter O, which no check digit proves', second.replace('UTO', 'UT0')],
	['in the sex', second.replace('2F1', '2G1')],
])('a passport with something wrong %s is refused', (_where, line) => {
	expect(readPassport(`${first}\n${line}`, now)).toBeUndefined();
});

test.each([
	['a digit in the name', first.replace('ANNA', 'ANN4')],
	['a first line that is too long', `${first}<`],
	['a visa', first.replace('P<', 'V<')],
])('%s is refused', (_what, line) => {
	expect(readPassport(`${line}\n${second}`, now)).toBeUndefined();
});

test('a name that fills its line may have been shortened', () => {
	const long = `P<UTO${'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<KRASUANG'.slice(0, 39)}`;

	expect(readPassport(`${long}\n${second}`, now)).toMatchObject({
		fullName: 'NILAVADHANANANDA CHAYAPA DEJTHAMRONG K',
		isNameShortened: true,
	});
});

test.each([
	['the day before they are born', '2026-08-11T12:00:00+07:00', '1926-08-12'],
	['on the day', '2026-08-12T00:00:00+07:00', '2026-08-12'],
])('two digits of a year are of this century once that day has come: %s', (_when, at, birthDate) => {
	const line = 'L898902C36UTO2608123F1204159ZE184226B<<<<<10';

	expect(readPassport(`${first}\n${line}`, new Date(at))?.birthDate).toBe(birthDate);
});
