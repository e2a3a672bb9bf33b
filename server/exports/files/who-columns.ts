import { type Column, column } from './column.ts';
import type { Who } from './records.ts';
import { say } from './words.ts';

/** Who somebody is: masked, or whole with what is needed to reach them. */
export function whoColumns<Record>(isRevealed: boolean, whoOf: (record: Record) => Who | undefined): Column<Record>[] {
	const gender = column<Record>('Giới tính · Gender', 12, (record) => say('gender', whoOf(record)?.gender));
	if (!isRevealed)
		return [
			column('Họ tên (che bớt) · Name (masked)', 32, (record) => whoOf(record)?.name),
			gender,
			column('Nhóm tuổi · Age', 10, (record) => whoOf(record)?.ageBand),
			column('Nơi ở · Lives in', 36, (record) => whoOf(record)?.commune),
		];
	return [
		column('Họ tên · Full name', 28, (record) => whoOf(record)?.name),
		gender,
		column('Ngày sinh · Born', 12, (record) => bornOf(whoOf(record))),
		column('Điện thoại · Phone', 16, (record) => whoOf(record)?.phone),
		column('Địa chỉ · Address', 48, (record) => whoOf(record)?.address),
	];
}

/** A day, or a year alone where only that is known. */
export const bornOf = (who: Who | undefined): string | undefined =>
	who?.birthDate ?? (who?.birthYear === undefined ? undefined : String(who.birthYear));
