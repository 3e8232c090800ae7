package studio.pingvas.system.architecture.offender.inject.contracts;

/** The contract of another module. */
public interface LedgerOfOffender {}
