-- Messages are forgotten some months after they expired, a stretch of this index at a time.
create index message_expires on messages.message (expires_at);
