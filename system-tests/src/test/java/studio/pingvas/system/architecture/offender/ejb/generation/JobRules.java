package studio.pingvas.system.architecture.offender.ejb.generation;

/** Lives in the same module as its caller. */
public interface JobRules {}
