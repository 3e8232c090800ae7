package studio.pingvas.launcher.lemonsqueezy;

/** A request that is refused, as the JSON:API tells it. */
final class ApiFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String pointer;

    ApiFault(int status, String detail) {
        this(status, detail, null);
    }

    /**
     * @param pointer to the field that is wrong, or null
     */
    ApiFault(int status, String detail, String pointer) {
        super(detail);
        this.status = status;
        this.pointer = pointer;
    }

    static ApiFault invalid(String pointer, String detail) {
        return new ApiFault(422, detail, pointer);
    }

    static ApiFault notFound() {
        return new ApiFault(404, "The requested resource does not exist.");
    }

    int status() {
        return status;
    }

    String pointer() {
        return pointer;
    }

    String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthenticated";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 429 -> "Too Many Requests";
            default -> "Unprocessable Entity";
        };
    }
}
