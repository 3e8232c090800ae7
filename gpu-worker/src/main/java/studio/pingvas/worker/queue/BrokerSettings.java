package studio.pingvas.worker.queue;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param passwordFile is read at every connect, so that a password can be changed under way
 * @param retryPause between a try at a job that ends by an accident and the next
 */
public record BrokerSettings(String url, String user, Path passwordFile, Duration retryPause) {}
