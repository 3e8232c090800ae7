package studio.pingvas.system.architecture.offender.ejb.generation;

import jakarta.ejb.EJB;
import studio.pingvas.system.architecture.offender.ejb.contracts.generation.JobsOfOffender;

/** Calls its own module as if it were another one. */
public class EjbOffender {
    @EJB JobsOfOffender jobs;
}
