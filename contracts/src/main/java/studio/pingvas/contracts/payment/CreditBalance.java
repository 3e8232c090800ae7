package studio.pingvas.contracts.payment;

/**
 * @param plan spendable credits of the plan; they expire
 * @param purchased spendable credits that were bought
 * @param held credits set aside for jobs
 * @param debt credits that were refunded after they had been spent; what comes in pays them first
 */
public record CreditBalance(long plan, long purchased, long held, long debt) {
    /** Without a debt. */
    public CreditBalance(long plan, long purchased, long held) {
        this(plan, purchased, held, 0);
    }

    /** What can be spent now. */
    public long available() {
        return plan + purchased;
    }

    /** Settled credits: open holds are still in it, a debt is not. */
    public long balance() {
        return available() + held;
    }
}
