package studio.pingvas.contracts.payment;

/**
 * @param plan spendable credits of the plan; they expire
 * @param purchased spendable credits that were bought
 * @param held credits set aside for jobs
 */
public record CreditBalance(long plan, long purchased, long held) {
    /** What can be spent now. */
    public long available() {
        return plan + purchased;
    }

    /** Settled credits: open holds are still in it. */
    public long balance() {
        return available() + held;
    }
}
