import { connect, type Socket } from 'node:net';

export interface Response {
	status: number;
	body: string;
}

interface Waiting {
	resolve(response: Response): void;
	reject(error: Error): void;
}

/**
 * One kept-alive HTTP connection. Several requests may be under way at once (HTTP/1.1 pipelining), as on the connection of
 * a proxy that carries the requests of many phones; the answers come in the order of the requests.
 */
export class Connection {
	readonly #socket: Socket;
	readonly #waiting: Waiting[] = [];
	#received = '';
	#unsent = '';

	private constructor(socket: Socket) {
		this.#socket = socket;
		socket.setNoDelay(true);
		socket.setEncoding('latin1');
		socket.on('data', (part: string) => this.#take(part));
		socket.on('error', (error) => this.#fail(error));
		socket.on('close', () => this.#fail(new Error('closed')));
	}

	static open(port: number): Promise<Connection> {
		return new Promise((resolve, reject) => {
			const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)));
			socket.once('error', reject);
		});
	}

	/** Sends a POST with a JSON body and resolves with the answer. What is asked in one turn is sent in one piece. */
	post(path: string, token: string, body: string): Promise<Response> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ resolve, reject });
			if (!this.#unsent) setImmediate(() => this.#send());
			this.#unsent +=
				`POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n` +
				`content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
		});
	}

	close(): void {
		this.#waiting.length = 0;
		this.#socket.destroy();
	}

	#send(): void {
		const text = this.#unsent;
		this.#unsent = '';
		this.#socket.write(text);
	}

	#take(part: string): void {
		this.#received = this.#received ? this.#received + part : part;
		let at = 0;
		for (;;) {
			const headEnd = this.#received.indexOf('\r\n\r\n', at);
			if (headEnd < 0) break;
			const named = this.#received.indexOf('content-length: ', at);
			const length = Number.parseInt(this.#received.slice(named + 16, named + 26), 10);
			const end = headEnd + 4 + length;
			if (this.#received.length < end) break;
			const status = Number(this.#received.slice(at + 9, at + 12));
			this.#waiting.shift()?.resolve({ status, body: this.#received.slice(headEnd + 4, end) });
			at = end;
		}
		this.#received = this.#received.slice(at);
	}

	#fail(error: Error): void {
		for (const { reject } of this.#waiting.splice(0)) reject(error);
	}
}
