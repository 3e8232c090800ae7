package studio.pingvas.system.architecture.offender.contracts.contracts.payment;

import jakarta.persistence.Entity;

/** A contract that needs more than its callers have. */
@Entity
public class ContractsOffender {}
