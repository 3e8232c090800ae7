package studio.pingvas.system.architecture.offender.modules.payment;

/** What the offender must not know. */
public class Book {}
