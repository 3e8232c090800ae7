package studio.pingvas.system.architecture.offender.jms.generation;

import jakarta.jms.JMSContext;

/** Sends, but its name does not say so. */
public class JobSender {
    JMSContext context;
}
