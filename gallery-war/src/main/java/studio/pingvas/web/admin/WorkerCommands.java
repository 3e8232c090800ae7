package studio.pingvas.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import studio.pingvas.contracts.generation.WorkerControl;
import studio.pingvas.contracts.user.SecurityEvents;

/** Tells workers what an administrator wants, and notes who it was. */
@RequestScoped
public class WorkerCommands {
    private static final int MOST_CHARACTERS_OF_A_NAME = 100;

    @EJB WorkerControl workers;
    @EJB SecurityEvents events;

    public void drain(String worker, Administrator by) {
        workers.drain(worker);
        note("worker-drained", "Drained", worker, by);
    }

    /**
     * @param worker null for all
     */
    public void pause(String worker, Administrator by) {
        workers.pause(worker);
        note("worker-paused", "Paused", worker, by);
    }

    /**
     * @param worker null for all
     */
    public void resume(String worker, Administrator by) {
        workers.resume(worker);
        note("worker-resumed", "Resumed", worker, by);
    }

    public void reloadModels(Administrator by) {
        workers.reloadModels();
        note("models-reloaded", "Had models read again by", null, by);
    }

    private void note(String type, String verb, String worker, Administrator by) {
        String which = worker == null ? "all workers" : "worker " + shortened(worker);
        events.note(type, null, by.id(), by.address(), verb + " " + which + ".");
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(name.length(), MOST_CHARACTERS_OF_A_NAME));
    }
}
