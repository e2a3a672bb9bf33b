import type { Db } from '#platform/db';
import type { Keys } from '#platform/keys';
import type { Kind } from './message.ts';
import { claimReplies, handleReplies } from './queries-replies.ts';

/** What somebody answered to a message. */
export interface Reply {
	replyId: string;
	personId: string;
	/** What the message it answers was sent for. */
	sourceId: string;
	text: string;
	receivedAt: Date;
}

/**
 * Takes answers to messages of a kind that nobody has handled, the oldest first, and marks them as handled: in the
 * transaction in which the caller makes something of them, so that none is lost. Others who ask at the same moment get
 * other ones.
 */
export async function takeReplies(
	{ db, keys, now }: { db: Db; keys: Keys; now: Date },
	{ kind, limit }: { kind: Kind; limit: number },
): Promise<Reply[]> {
	const rows = await db.rows(claimReplies(kind, limit));
	if (rows.length)
		await db.run(
			handleReplies(
				rows.map((row) => row.reply_id),
				now,
			),
		);
	return rows.map((row) => ({
		replyId: row.reply_id,
		personId: row.person_id,
		sourceId: row.source_id!,
		text: keys.decrypt(row.text_sealed),
		receivedAt: row.received_at,
	}));
}
