import { expect, test } from 'vitest';
import { isTrusted } from './target.ts';

const origins = ['https://fcm.googleapis.com', 'https://*.push.apple.com', 'http://127.0.0.1:9000'];

test.each([
	['https://fcm.googleapis.com/fcm/send/abc', true],
	['https://web.push.apple.com/abc', true],
	['http://127.0.0.1:9000/abc', true],
	['http://fcm.googleapis.com/abc', false],
	['https://fcm.googleapis.com:8443/abc', false],
	['https://fcm.googleapis.com.evil.example/abc', false],
	['https://evil.example/https://fcm.googleapis.com', false],
	['https://push.apple.com/abc', false],
	['https://a.b.push.apple.com/abc', false],
	['https://a:b@fcm.googleapis.com/abc', false],
	['https://evilpush.apple.com/abc', false],
	['http://127.0.0.1:9001/abc', false],
	['http://169.254.169.254/latest', false],
	['no address', false],
])('%s is trusted: %s', (endpoint, expected) => {
	expect(isTrusted(endpoint, origins)).toBe(expected);
});
