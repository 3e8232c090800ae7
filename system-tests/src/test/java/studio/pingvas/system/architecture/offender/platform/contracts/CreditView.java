package studio.pingvas.system.architecture.offender.platform.contracts;

/** What the offender must not know. */
public class CreditView {}
