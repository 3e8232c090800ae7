package studio.pingvas.generation.queue.control;

import studio.pingvas.contracts.payment.Tier;

/** The JMS priority of a job: tier decides, and it decides here alone. */
final class QueuePriority {
    private QueuePriority() {}

    static int of(Tier tier) {
        return switch (tier) {
            case FREE -> 1;
            case STARTER -> 3;
            case PRO -> 5;
            case STUDIO -> 7;
            case ENTERPRISE -> 9;
        };
    }
}
