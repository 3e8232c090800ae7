package studio.pingvas.contracts.payment;

/** Where spendable credits lie. Plan credits expire and are spent first. */
public enum CreditBucket {
    PLAN,
    PURCHASED
}
