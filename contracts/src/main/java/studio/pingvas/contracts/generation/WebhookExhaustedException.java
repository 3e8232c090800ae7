package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** The delivery was sent as often as it may be. */
public class WebhookExhaustedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public WebhookExhaustedException(int attempts) {
        super("webhook-exhausted", "It was sent {0} times, which is the most.", attempts);
    }
}
