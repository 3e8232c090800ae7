package studio.pingvas.web.admin;

import java.util.UUID;

/**
 * Who does something that is noted in the audit log.
 *
 * @param address IP address of the client
 */
public record Administrator(UUID id, String address) {}
