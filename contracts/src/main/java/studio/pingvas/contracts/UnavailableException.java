package studio.pingvas.contracts;

/** Nothing is wrong with the request, but the service cannot serve it at the moment. */
public class UnavailableException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(String detail) {
        super("unavailable", detail);
    }
}
