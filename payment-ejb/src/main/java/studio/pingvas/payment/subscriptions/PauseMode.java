package studio.pingvas.payment.subscriptions;

/** What a subscription gives while no payments are collected: nothing, or everything for free. */
public enum PauseMode {
    VOID,
    FREE
}
