import type { Text } from '#shared/language';

/** What a camera offers beyond pictures; the types of the platform do not know torch and zoom. */
interface Offers {
	torch?: boolean;
	zoom?: { min: number; max: number; step: number };
}

export interface Camera {
	stream: MediaStream;
	/** The one that was opened, and all there are. */
	id: string;
	all: { id: string; label: string }[];
	hasTorch: boolean;
	zoom: { min: number; max: number; step: number } | undefined;
	setTorch(isOn: boolean): Promise<void>;
	setZoom(times: number): Promise<void>;
	close(): void;
}

/** Why there is no picture, and what to do. */
export class CameraFault extends Error {
	readonly words: Text;

	constructor(words: Text, options?: ErrorOptions) {
		super(words.en, options);
		this.words = words;
	}
}

/**
 * Opens the camera at the back, or the one chosen before. 1280 × 720 is enough for a dense code held at arm's length and
 * small enough for a weak phone. Throws a `CameraFault`.
 */
export async function openCamera(chosen: string): Promise<Camera> {
	if (!navigator.mediaDevices?.getUserMedia) throw new CameraFault(faults.insecure);
	const size = { width: { ideal: 1_280 }, height: { ideal: 720 } };
	const which = chosen ? { deviceId: { exact: chosen } } : { facingMode: 'environment' };
	const stream = await navigator.mediaDevices
		.getUserMedia({ video: { ...which, ...size }, audio: false })
		.catch((error: DOMException) => {
			throw new CameraFault(faults[faultOf(error.name)], { cause: error });
		});
	const [track] = stream.getVideoTracks() as [MediaStreamTrack];
	const offers = (track.getCapabilities?.() ?? {}) as Offers;
	const ask = (wish: object) => track.applyConstraints({ advanced: [wish] });
	return {
		stream,
		id: track.getSettings().deviceId ?? '',
		all: await listCameras(),
		hasTorch: offers.torch === true,
		zoom: offers.zoom && offers.zoom.max > offers.zoom.min ? offers.zoom : undefined,
		setTorch: (torch) => ask({ torch }),
		setZoom: (zoom) => ask({ zoom }),
		close: () => track.stop(),
	};
}

async function listCameras(): Promise<Camera['all']> {
	const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
	const cameras = devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId);
	return cameras.map(({ deviceId, label }, index) => ({ id: deviceId, label: label || `Camera ${index + 1}` }));
}

/** The names of the Media Capture specification and, for the camera another program uses, of browsers before it. */
function faultOf(name: string): keyof typeof faults {
	if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
	if (name === 'NotReadableError' || name === 'AbortError' || name === 'TrackStartError') return 'busy';
	return 'broken';
}

export const faults = {
	refused: {
		vi: 'Trình duyệt chưa được phép dùng camera. Bấm biểu tượng ổ khoá cạnh địa chỉ trang, cho phép Camera, rồi bấm “Mở lại camera”.',
		en: 'The browser may not use the camera. Press the lock beside the address, allow the camera, then press “Open the camera again”.',
	},
	missing: {
		vi: 'Không thấy camera nào. Hãy cắm camera, hoặc dùng máy quét cầm tay hay gõ mã.',
		en: 'There is no camera. Plug one in, or use a hand scanner or type the code.',
	},
	busy: {
		vi: 'Ứng dụng khác đang dùng camera. Hãy tắt ứng dụng đó (gọi video, máy ảnh), rồi bấm “Mở lại camera”.',
		en: 'Another app is using the camera. Close it (a video call, the camera app), then press “Open the camera again”.',
	},
	insecure: {
		vi: 'Trang này phải mở bằng địa chỉ https thì mới dùng được camera. Trong lúc đó, hãy dùng máy quét cầm tay hoặc gõ mã.',
		en: 'The camera works only over https. Meanwhile use a hand scanner or type the code.',
	},
	broken: {
		vi: 'Camera không mở được. Hãy bấm “Mở lại camera”; nếu vẫn không được, hãy khởi động lại điện thoại.',
		en: 'The camera does not open. Press “Open the camera again”; if it still does not, restart the phone.',
	},
} satisfies Record<string, Text>;
