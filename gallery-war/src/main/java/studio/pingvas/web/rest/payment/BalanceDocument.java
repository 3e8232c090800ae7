package studio.pingvas.web.rest.payment;

import studio.pingvas.contracts.payment.CreditBalance;

/**
 * Credits as the API shows them.
 *
 * @param balance settled credits, open holds still in it
 * @param held set aside for jobs
 * @param available what can be spent now: balance without held
 * @param plan the part of it that expires, spent first
 * @param purchased the part of it that was bought
 * @param debt credits that were refunded after they had been spent; what comes in pays them first
 */
public record BalanceDocument(
        long balance, long held, long available, long plan, long purchased, long debt) {
    static BalanceDocument of(CreditBalance credits) {
        return new BalanceDocument(
                credits.balance(),
                credits.held(),
                credits.available(),
                credits.plan(),
                credits.purchased(),
                credits.debt());
    }
}
