package studio.pingvas.worker.queue;

import java.nio.file.Path;

/**
 * @param passwordFile is read at every connect, so that a password can be changed under way
 */
public record BrokerSettings(String url, String user, Path passwordFile) {}
