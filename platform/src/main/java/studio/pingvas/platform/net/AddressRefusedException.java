package studio.pingvas.platform.net;

/** Nothing is asked at that address. The message says why, without what the name leads to. */
public class AddressRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public AddressRefusedException(String message) {
        super(message);
    }

    public AddressRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
