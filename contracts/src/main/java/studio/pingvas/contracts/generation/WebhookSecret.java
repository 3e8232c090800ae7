package studio.pingvas.contracts.generation;

/**
 * By which a receiver of webhooks knows that they are ours.
 *
 * @param secret shown once; its characters are the key of the signatures
 */
public record WebhookSecret(String secret) {
    @Override
    public String toString() {
        return "WebhookSecret[]";
    }
}
