package studio.pingvas.payment.lemonsqueezy;

/** There is a report to work on, as soon as the transaction is over. */
record ReportKept() {}
