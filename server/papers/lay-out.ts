import { type Drawing, Letter } from '#posters';
import { formatDay } from '#shared/language';
import { fill, type Template } from './form.ts';
import type { PaperFacts } from './read-facts.ts';

const signatureHeight = 42;

/** A paper on A4 (NĐ 30/2020): office and state, title, text, room for signature and seal; marked while not confirmed. */
export function layOut(template: Template, { facts, number, authority, signer, at }: PaperFacts): Drawing[] {
	const title = fill(template.title, facts);
	const letter = new Letter(title.replaceAll('\n', ' '));
	letter.head({ authority, number: `Số: ${number ?? '…………'}`, issuedOn: `Ngày ${formatDay(at)}` });
	letter.top = 58;
	for (const [index, line] of title.split('\n').entries())
		letter.paragraph(line, { size: index ? 4.8 : 6, weight: 'bold', align: 'centre' });
	letter.top += 5;
	for (const line of fill(template.body, facts).split('\n')) {
		if (line.trim()) letter.paragraph(line, { size: 4.4 });
		else letter.top += 2.5;
		letter.top += 1;
	}
	letter.keepTogether(signatureHeight);
	letter.top += 6;
	const right = { left: Letter.margin + Letter.room / 2, width: Letter.room / 2, align: 'centre' } as const;
	letter.paragraph(signer.toUpperCase(), { size: 4.2, weight: 'bold', ...right });
	letter.paragraph('(Ký, ghi rõ họ tên, đóng dấu)', { size: 3.6, ...right });
	if (!template.isConfirmed)
		letter.footnote('Biểu mẫu chưa xác nhận · Wording not compared with the official form yet', {
			...{ size: 3.2, fill: '#4a4a4a', align: 'centre' },
		});
	return letter.drawings();
}
