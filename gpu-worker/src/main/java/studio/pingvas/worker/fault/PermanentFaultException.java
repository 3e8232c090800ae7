package studio.pingvas.worker.fault;

/** The job cannot be done, and another try would not help. */
public abstract class PermanentFaultException extends RuntimeException {
    private final String code;

    /**
     * @param code stable, kebab-case
     * @param message for the owner of the job: what happened and what to do
     */
    protected PermanentFaultException(String code, String message) {
        super(message);
        this.code = code;
    }

    protected PermanentFaultException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
