import { formatMoment, type Text } from '#shared/language';

/** What is shown of a device, as `devices.list` gives it. */
export interface ListedDevice {
	lastContactAt: string;
	queued: number;
	skewSeconds: number;
	battery?: number;
	bundleIssuedAt?: string;
	badCodes: number;
	badCodeAt?: string;
}

export interface Flag {
	level: 'amber' | 'red';
	words: Text;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
/** A queue that is not sent within this is stuck. */
const queueMax = 10 * minute;
const skewMax = 2 * minute;
const batteryMin = 15;

/** What the manager should look after, the gravest first. */
export function findFlags(device: ListedDevice, now: Date, bundleHoursMax: number): Flag[] {
	const since = (moment: string) => Math.max(0, Math.round((now.getTime() - Date.parse(moment)) / 1_000));
	const { queued, skewSeconds, battery, badCodes, badCodeAt, bundleIssuedAt } = device;
	const silent = since(device.lastContactAt);
	const flags: Flag[] = [];
	const flag = (level: Flag['level'], vi: string, en: string) => void flags.push({ level, words: { vi, en } });
	if (badCodes) {
		const last = badCodeAt ? formatMoment(new Date(badCodeAt)) : '';
		flag('red', `Đã gửi ${badCodes} mã giả, lần cuối ${last}`, `Sent ${badCodes} false codes, the last at ${last}`);
	}
	if (silent >= day) {
		const { vi, en } = inWords(silent);
		flag('amber', `Không liên lạc đã ${vi}`, `Not heard of for ${en}`);
	}
	if (queued && silent >= queueMax)
		flag('amber', `Còn ${queued} lượt chưa gửi về`, `${queued} scans are still on the device`);
	if (Math.abs(skewSeconds) > skewMax) {
		const { vi, en } = inWords(Math.abs(skewSeconds));
		const isSlow = skewSeconds > 0;
		flag('amber', `Đồng hồ chạy ${isSlow ? 'chậm' : 'nhanh'} ${vi}`, `Its clock is ${en} ${isSlow ? 'slow' : 'fast'}`);
	}
	if (bundleIssuedAt && since(bundleIssuedAt) > bundleHoursMax * hour) {
		const { vi, en } = inWords(since(bundleIssuedAt));
		flag('amber', `Dữ liệu trên máy đã cũ ${vi}`, `What it decides by is ${en} old`);
	}
	if (battery !== undefined && battery <= batteryMin) flag('amber', `Pin còn ${battery} %`, `Battery at ${battery} %`);
	return flags;
}

/** How long ago something was, as people say it. */
export function agoInWords(moment: string, now: Date): Text {
	const seconds = Math.round((now.getTime() - Date.parse(moment)) / 1_000);
	if (seconds < minute) return { vi: 'vừa xong', en: 'just now' };
	const { vi, en } = inWords(seconds);
	return { vi: `${vi} trước`, en: `${en} ago` };
}

/** A length of time as people say it, in the one unit that fits. */
export function inWords(seconds: number): Text {
	if (seconds < minute) return { vi: `${seconds} giây`, en: seconds === 1 ? '1 second' : `${seconds} seconds` };
	const [length, vi, en] =
		seconds < hour
			? [minute, 'phút', 'minute']
			: seconds < 2 * day
				? [hour, 'giờ', 'hour']
				: ([day, 'ngày', 'day'] as const);
	const count = Math.floor(seconds / length);
	return { vi: `${count} ${vi}`, en: `${count} ${en}${count === 1 ? '' : 's'}` };
}
