package studio.pingvas.system.architecture.offender.control.user.boundary;

/** What the offender must not know. */
public class SignInForm {}
