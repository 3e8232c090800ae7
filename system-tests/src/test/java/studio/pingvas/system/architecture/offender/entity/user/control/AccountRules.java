package studio.pingvas.system.architecture.offender.entity.user.control;

/** What the offender must not know. */
public class AccountRules {}
