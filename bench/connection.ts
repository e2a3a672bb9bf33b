import { connect, type Socket } from 'node:net';

export interface Response {
	status: number;
	body: string;
}

/** One kept-alive HTTP connection with one request under way: nothing between the figures and the server. */
export class Connection {
	readonly #socket: Socket;
	#received = '';
	#waiting: { resolve(response: Response): void; reject(error: Error): void } | undefined;

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

	/** Sends a POST with a JSON body and resolves with the answer. */
	post(path: string, token: string, body: string): Promise<Response> {
		return new Promise((resolve, reject) => {
			this.#waiting = { resolve, reject };
			this.#socket.write(
				`POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${token}\r\n` +
					`content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
			);
		});
	}

	close(): void {
		this.#waiting = undefined;
		this.#socket.destroy();
	}

	#take(part: string): void {
		this.#received += part;
		const headEnd = this.#received.indexOf('\r\n\r\n');
		if (headEnd < 0) return;
		const length = Number(/content-length: (\d+)/i.exec(this.#received.slice(0, headEnd))?.[1] ?? 0);
		if (this.#received.length < headEnd + 4 + length) return;
		const response = { status: Number(this.#received.slice(9, 12)), body: this.#received.slice(headEnd + 4) };
		this.#received = '';
		const waiting = this.#waiting;
		this.#waiting = undefined;
		waiting?.resolve(response);
	}

	#fail(error: Error): void {
		this.#waiting?.reject(error);
		this.#waiting = undefined;
	}
}
