import { typeOn } from '../shared/codes/keyboard.ts';
import { goOn, screenOf, standAtGate, typeAsScanner } from './guard.ts';
import { expect, test } from './person.ts';

const national = '001093029317|NGUYEN VAN A|1987-01-18|0|162979388586171100|<1<00<0123232422';

test('a scanner that types is heard anywhere on the page, whatever its faults', async ({ page, context }) => {
	const { server } = await standAtGate(page, context);
	// The scanner's keys must not press what is in focus.
	await page.getByRole('button', { name: 'Cài đặt' }).focus();
	const code = await server.issueCode('61');
	await typeAsScanner(page, code);
	await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
	await goOn(page);
	// The switch that was pressed last is in focus, and is nothing to type into.
	await page.getByText('RA', { exact: true }).click();
	await page.getByText('VÀO', { exact: true }).first().click();
	await expect(page.getByRole('radio', { name: 'VÀO', exact: true })).toBeFocused();
	await typeAsScanner(page, await server.issueCode('62'), { end: 'Tab' });
	await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
	await goOn(page);
	await typeAsScanner(page, await server.issueCode('63'), { end: '' });
	await expect(screenOf(page)).toContainText('ĐƯỢC VÀO');
	await goOn(page);
	await typeAsScanner(page, (await server.issueCode('64')).toLowerCase());
	await expect(screenOf(page), 'Caps Lock').toContainText('ĐƯỢC VÀO');
	await goOn(page);
	const vietnamese = (letter: string) => typeOn('vietnamese', letter);
	await typeAsScanner(page, await server.issueCode('65'), { machine: vietnamese });
	await expect(screenOf(page), 'a Vietnamese keyboard').toContainText('ĐƯỢC VÀO');
	await goOn(page);
	await typeAsScanner(page, national.toLowerCase().replaceAll('|', '\\').replaceAll('<', ','));
	await expect(screenOf(page), 'no Shift').toContainText('ĐƯỢC VÀO');
	await goOn(page);
	await typeAsScanner(page, code.replace(':', 'ư'), { machine: (letter) => letter });

	await expect(screenOf(page)).toContainText('CHƯA NHẬN ĐƯỢC');
});
