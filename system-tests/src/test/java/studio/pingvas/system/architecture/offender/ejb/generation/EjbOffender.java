package studio.pingvas.system.architecture.offender.ejb.generation;

import jakarta.ejb.EJB;

/** Calls its own module as if it were another one. */
public class EjbOffender {
    @EJB JobRules rules;
}
