package studio.pingvas.system.architecture.offender.inject.generation;

import jakarta.inject.Inject;
import studio.pingvas.system.architecture.offender.inject.contracts.payment.LedgerOfOffender;

/** Calls another module as if it were its own. */
public class InjectOffender {
    @Inject LedgerOfOffender ledger;
}
