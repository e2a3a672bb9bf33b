import type { Text } from '#shared/language';

export const exportSubjects: Record<'cases' | 'contacts' | 'follow-up', Text> = {
	cases: { vi: 'Ca bệnh', en: 'Cases' },
	contacts: { vi: 'Người tiếp xúc', en: 'Contacts' },
	'follow-up': { vi: 'Theo dõi hằng ngày', en: 'Daily follow-up' },
};

export const exportFormats: Record<'xlsx' | 'csv' | 'go-data' | 'fhir' | 'geojson', Text> = {
	xlsx: { vi: 'Excel', en: 'Excel' },
	csv: { vi: 'CSV', en: 'CSV' },
	'go-data': { vi: 'Go.Data (CSV)', en: 'Go.Data (CSV)' },
	fhir: { vi: 'FHIR R4', en: 'FHIR R4' },
	geojson: { vi: 'GeoJSON: số lượng theo địa bàn', en: 'GeoJSON: numbers by area' },
};

export const exportStates: Record<
	'to-approve' | 'refused' | 'waiting' | 'writing' | 'ready' | 'failed' | 'cancelled' | 'over',
	Text
> = {
	'to-approve': { vi: 'Chờ cán bộ khác duyệt', en: 'Waits for another officer' },
	refused: { vi: 'Bị từ chối', en: 'Refused' },
	waiting: { vi: 'Đang chờ', en: 'Waiting' },
	writing: { vi: 'Đang viết', en: 'Being written' },
	ready: { vi: 'Tải được', en: 'Ready' },
	failed: { vi: 'Không viết được', en: 'Failed' },
	cancelled: { vi: 'Đã dừng', en: 'Stopped' },
	over: { vi: 'Đã xoá', en: 'Deleted' },
};

export const exportTags: Record<keyof typeof exportStates, 'green' | 'amber' | 'red' | 'grey'> = {
	...{ 'to-approve': 'amber', refused: 'grey', waiting: 'amber', writing: 'amber' },
	...{ ready: 'green', failed: 'red', cancelled: 'grey', over: 'grey' },
};

export const exportFaults: Record<string, Text> = {
	subject: { vi: 'Hãy chọn xuất gì', en: 'Choose what to export' },
	format: { vi: 'Hãy chọn loại tệp', en: 'Choose a kind of file' },
	purpose: { vi: 'Hãy ghi mục đích, ít nhất 5 chữ', en: 'Say the purpose, in at least 5 letters' },
};
