package studio.pingvas.worker.life;

/** Whether this worker takes no jobs for the time being. A worker that starts takes jobs. */
public final class Pause {
    private volatile boolean on;

    public void begin() {
        on = true;
    }

    public void end() {
        on = false;
    }

    public boolean isOn() {
        return on;
    }
}
