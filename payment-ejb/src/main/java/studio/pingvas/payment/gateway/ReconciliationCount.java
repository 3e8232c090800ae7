package studio.pingvas.payment.gateway;

import studio.pingvas.payment.lemonsqueezy.ReportState;

/** What a run of the reconciler came to. */
final class ReconciliationCount {
    private int pages;
    private int repaired;
    private int withoutUser;
    private int failed;

    void page() {
        pages++;
    }

    void add(ReportState state) {
        if (state == ReportState.DONE) {
            repaired++;
        } else if (state == ReportState.PARKED) {
            withoutUser++;
        }
    }

    void failed() {
        failed++;
    }

    /**
     * @throws IllegalStateException if something could not be followed: the task has failed then
     */
    String sentence() {
        String sentence =
                "%d pages read, %d resources repaired, %d of nobody we know, %d failed."
                        .formatted(pages, repaired, withoutUser, failed);
        if (failed > 0) {
            throw new IllegalStateException(sentence);
        }
        return sentence;
    }
}
