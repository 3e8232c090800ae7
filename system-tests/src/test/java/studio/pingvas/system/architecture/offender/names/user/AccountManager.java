package studio.pingvas.system.architecture.offender.names.user;

/** A name that says nothing. */
public class AccountManager {}
