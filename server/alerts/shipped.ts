import type { Text } from '#shared/language';
import type { Severity } from './alert.ts';

/** The words an installation begins with. Each is two text messages at most with a place and advice of usual length. */
export const shippedTemplates: readonly { severity: Severity; text: Text; advice: Text; wakes: boolean }[] = [
	{
		severity: 'information',
		text: {
			vi: 'Thông tin y tế: bạn đã đến {place}, {from} - {until}, nơi sau đó có ca bệnh. {advice} Hỏi: {phone}',
			en: 'Health information: you were at {place}, {from} - {until}, where a case of illness was found later. {advice} Ask: {phone}',
		},
		advice: {
			vi: 'Hãy theo dõi sức khỏe 14 ngày và gọi khi có sốt, ho.',
			en: 'Watch your health for 14 days and call if you have fever or cough.',
		},
		wakes: false,
	},
	{
		severity: 'warning',
		text: {
			vi: 'CẢNH BÁO Y TẾ: bạn đã đến {place}, {from} - {until}, cùng lúc với ca bệnh. {advice} Gọi: {phone}',
			en: 'HEALTH WARNING: you were at {place}, {from} - {until}, at the same time as a case of illness. {advice} Call: {phone}',
		},
		advice: {
			vi: 'Hãy hạn chế tiếp xúc, đeo khẩu trang và khai báo sức khỏe hằng ngày.',
			en: 'Meet few people, wear a mask and report your health every day.',
		},
		wakes: false,
	},
	{
		severity: 'urgent',
		text: {
			vi: 'KHẨN - Y TẾ: bạn đã đến {place}, {from} - {until}, cùng lúc với ca bệnh. {advice} Gọi ngay: {phone}',
			en: 'URGENT - HEALTH: you were at {place}, {from} - {until}, at the same time as a case of illness. {advice} Call now: {phone}',
		},
		advice: {
			vi: 'Hãy ở nguyên chỗ, không tiếp xúc ai và gọi trạm y tế.',
			en: 'Stay where you are, meet nobody and call the health station.',
		},
		wakes: true,
	},
];
