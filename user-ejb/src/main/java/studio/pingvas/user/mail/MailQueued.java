package studio.pingvas.user.mail;

import java.util.UUID;

/** A mail waits to be sent. Observe it after the transaction, when others can see the row. */
public record MailQueued(UUID mailId) {}
