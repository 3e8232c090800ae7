package studio.pingvas.system.architecture.offender.inject.contracts.payment;

/** The contract of another module. */
public interface LedgerOfOffender {}
