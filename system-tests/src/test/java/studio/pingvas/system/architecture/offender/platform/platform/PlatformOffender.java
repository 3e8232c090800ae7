package studio.pingvas.system.architecture.offender.platform.platform;

import studio.pingvas.system.architecture.offender.platform.contracts.CreditView;

/** Technical code that knows a word of the domain. */
public class PlatformOffender {
    CreditView credits;
}
