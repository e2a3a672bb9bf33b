import type { Text } from '#shared/language';

export const registrationStates: Record<'checked' | 'running' | 'done' | 'cancelled', Text> = {
	checked: { vi: 'Đã kiểm tra, chưa đăng ký', en: 'Checked, not registered' },
	running: { vi: 'Đang đăng ký', en: 'Being registered' },
	done: { vi: 'Đã xong', en: 'Done' },
	cancelled: { vi: 'Đã dừng', en: 'Stopped' },
};

export const printStates: Record<'waiting' | 'drawing' | 'ready' | 'failed' | 'cancelled', Text> = {
	waiting: { vi: 'Đang chờ', en: 'Waiting' },
	drawing: { vi: 'Đang vẽ', en: 'Being drawn' },
	ready: { vi: 'Tải được', en: 'Ready' },
	failed: { vi: 'Không vẽ được', en: 'Failed' },
	cancelled: { vi: 'Đã dừng', en: 'Stopped' },
};
