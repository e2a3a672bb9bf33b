-- Messages come in the order in which they expire, so the smallest sort of index does, and a message that moves on leaves it alone.
drop index messages.message_expires;
create index message_expires on messages.message using brin (expires_at);
