package studio.pingvas.system.architecture.offender.ejb.contracts.generation;

/** What the offender's own module answers. */
public interface JobsOfOffender {}
