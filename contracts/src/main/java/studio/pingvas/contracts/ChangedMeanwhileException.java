package studio.pingvas.contracts;

/** Somebody has changed the thing since the caller saw it. */
public class ChangedMeanwhileException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException() {
        super("changed-meanwhile", "This was changed meanwhile. Read it again, then change it.");
    }
}
