package studio.pingvas.contracts;

/** The thing does not exist, or belongs to somebody else: the caller cannot tell which. */
public class NotFoundException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String what) {
        this("not-found", "{0} was not found.", what);
    }

    protected NotFoundException(String code, String text, Object... values) {
        super(code, text, values);
    }
}
