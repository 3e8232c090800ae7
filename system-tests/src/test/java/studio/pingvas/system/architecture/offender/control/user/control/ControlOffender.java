package studio.pingvas.system.architecture.offender.control.user.control;

import studio.pingvas.system.architecture.offender.control.user.boundary.SignInForm;

/** A rule that knows who enters. */
public class ControlOffender {
    SignInForm form;
}
