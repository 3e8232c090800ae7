package studio.pingvas.web.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every code of a problem document, with its HTTP status: the only place that decides it. Codes are
 * part of the API and never change their meaning.
 */
public enum ProblemCode {
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    SIZE_NOT_SUPPORTED("size-not-supported", 400, "The model cannot make that size"),
    KIND_NOT_SUPPORTED("kind-not-supported", 400, "The model cannot do that"),
    EMAIL_TAKEN("email-taken", 400, "The address has an account"),
    EXTERNAL_SIGN_IN_FAILED(
            "external-sign-in-failed", 400, "The other provider did not sign you in"),
    TOKEN_MISSING("token-missing", 401, "Sign in first"),
    TOKEN_INVALID("token-invalid", 401, "The token is not valid"),
    TOKEN_EXPIRED("token-expired", 401, "The token has expired"),
    BAD_CREDENTIALS("bad-credentials", 401, "Email or password is wrong"),
    WEBHOOK_SIGNATURE("webhook-signature", 401, "The signature does not fit"),
    INSUFFICIENT_CREDITS("insufficient-credits", 402, "Not enough credits"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    EMAIL_NOT_VERIFIED("email-not-verified", 403, "Verify the email address first"),
    MODEL_NOT_IN_TIER("model-not-in-tier", 403, "The tier does not include the model"),
    OVER_TIER_LIMIT("over-tier-limit", 403, "Over a limit of the tier"),
    NOT_FOUND("not-found", 404, "Not found"),
    MODEL_NOT_FOUND("model-not-found", 404, "No such model"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable representation"),
    ALREADY_FINISHED("already-finished", 409, "Too late"),
    NOT_RETRYABLE("not-retryable", 409, "It cannot be tried again"),
    INPUTS_GONE("inputs-gone", 409, "A picture is gone"),
    ACCOUNT_EXISTS("account-exists", 409, "The address has an account"),
    IDENTITY_TAKEN("identity-taken", 409, "Another account has this sign-in"),
    SUBSCRIPTION_EXISTS("subscription-exists", 409, "There is a subscription"),
    NO_SUBSCRIPTION("no-subscription", 409, "There is no subscription"),
    HOLD_NOT_OPEN("hold-not-open", 409, "No open hold"),
    IDEMPOTENCY_KEY_IN_USE("idempotency-key-in-use", 409, "The first request still runs"),
    CHANGED_MEANWHILE("changed-meanwhile", 409, "Changed meanwhile"),
    LIBRARY_FULL("library-full", 409, "The library is full"),
    WEBHOOK_EXHAUSTED("webhook-exhausted", 409, "Sent too often"),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
    IMAGE_FORMAT_NOT_SUPPORTED(
            "image-format-not-supported", 415, "The file is no picture that is read here"),
    IMAGE_INVALID("image-invalid", 422, "The picture is damaged"),
    IMAGE_TOO_LARGE("image-too-large", 422, "The picture is too large"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The key was used for another request"),
    QUEUE_FULL("queue-full", 429, "Too many jobs are waiting"),
    SPEND_LIMIT_REACHED("spend-limit-reached", 429, "The API key has reached its limit"),
    RATE_LIMITED("rate-limited", 429, "Too many requests"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    PAYMENT_GATEWAY_UNAVAILABLE(
            "payment-gateway-unavailable", 503, "The payment provider does not answer"),
    UNAVAILABLE("unavailable", 503, "Not available at the moment");

    private final String key;
    private final int status;
    private final String title;

    ProblemCode(String key, int status, String title) {
        this.key = key;
        this.status = status;
        this.title = title;
    }

    public static Optional<ProblemCode> of(String key) {
        return Arrays.stream(values()).filter(code -> code.key.equals(key)).findFirst();
    }

    /** The code that speaks for a bare HTTP status, as JAX-RS raises it. */
    static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> TOKEN_MISSING;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RATE_LIMITED;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }

    public String key() {
        return key;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** How long a client should wait before it tries again, where waiting helps. */
    Optional<Integer> retryAfterSeconds() {
        return switch (this) {
            case QUEUE_FULL -> Optional.of(30);
            case RATE_LIMITED -> Optional.of(60);
            case UNAVAILABLE -> Optional.of(5);
            case PAYMENT_GATEWAY_UNAVAILABLE -> Optional.of(60);
            default -> Optional.empty();
        };
    }
}
