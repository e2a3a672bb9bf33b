// Turns reminders on this browser on and off. The page holds the words of every case, of which this shows the one that is so.
const shell = document.querySelector<HTMLElement>('[data-key]')!;
const key = shell.dataset.key!;

type Case = 'unable' | 'refused' | 'off' | 'on' | 'failed';

function show(now: Case): void {
	for (const part of shell.querySelectorAll<HTMLElement>('[data-when]'))
		part.hidden = !part.dataset.when!.split(' ').includes(now);
}

const canShow = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

const worker = () => navigator.serviceWorker.register('/me/reminders.js');

async function look(): Promise<void> {
	if (!canShow()) return show('unable');
	if (Notification.permission === 'denied') return show('refused');
	const subscription = await (await worker()).pushManager.getSubscription();
	show(subscription ? 'on' : 'off');
}

async function ask(operation: string, input: object): Promise<void> {
	const response = await fetch(`/api/v1/push.${operation}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(input),
	});
	if (!response.ok) throw new Error(String(response.status));
}

async function turnOn(): Promise<void> {
	if ((await Notification.requestPermission()) !== 'granted') return show('refused');
	const { pushManager } = await worker();
	const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
	const { endpoint, keys } = subscription.toJSON();
	try {
		await ask('subscribe', { endpoint, p256dh: keys!.p256dh, auth: keys!.auth });
	} catch (error) {
		// Half is nothing: the next press begins anew.
		await subscription.unsubscribe();
		throw error;
	}
	show('on');
}

async function turnOff(): Promise<void> {
	const subscription = await (await worker()).pushManager.getSubscription();
	if (subscription) {
		await ask('unsubscribe', { endpoint: subscription.endpoint });
		await subscription.unsubscribe();
	}
	show('off');
}

shell.addEventListener('click', (event) => {
	const pressed = (event.target as HTMLElement).closest<HTMLButtonElement>('button[data-turn]');
	if (!pressed) return;
	pressed.disabled = true;
	const turned = pressed.dataset.turn === 'on' ? turnOn() : turnOff();
	void turned
		.catch(() => show('failed'))
		.finally(() => {
			pressed.disabled = false;
		});
});

void look().catch(() => show('unable'));
