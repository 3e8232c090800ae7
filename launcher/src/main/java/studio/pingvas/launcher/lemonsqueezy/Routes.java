package studio.pingvas.launcher.lemonsqueezy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/** Which part answers which address, and the headers that all answers have. */
final class Routes {
    private static final Map<String, String> PAGE_HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cache-Control",
                    "no-store");

    private final Api api;
    private final RateLimit rateLimit;
    private final CheckoutPages checkoutPages;
    private final CustomerPages customerPages;
    private final ControlPages controlPages;
    private final Control control;

    Routes(
            Api api,
            RateLimit rateLimit,
            CheckoutPages checkoutPages,
            CustomerPages customerPages,
            ControlPages controlPages,
            Control control) {
        this.api = api;
        this.rateLimit = rateLimit;
        this.checkoutPages = checkoutPages;
        this.customerPages = customerPages;
        this.controlPages = controlPages;
        this.control = control;
    }

    /** The body is read first, so that a slow caller holds up nobody. */
    Answer answer(HttpExchange exchange, State state) throws IOException {
        Request request;
        try {
            request = Request.read(exchange);
        } catch (ApiFault fault) {
            return new Answer(Html.refuse(fault), PAGE_HEADERS);
        }
        synchronized (state) {
            Answer answer = request.path().get(0).equals("v1") ? ofApi(request) : ofPages(request);
            if (!request.method().equals("GET")) {
                state.save();
            }
            return answer;
        }
    }

    private Answer ofApi(Request request) {
        try {
            int left = rateLimit.take();
            Reply reply = attempt(api::answer, Api::refuse, request);
            return new Answer(
                    reply,
                    Map.of(
                            "X-Ratelimit-Limit",
                            Integer.toString(RateLimit.CALLS),
                            "X-Ratelimit-Remaining",
                            Integer.toString(left)));
        } catch (ApiFault tooMany) {
            return new Answer(Api.refuse(tooMany), Map.of("Retry-After", "60"));
        }
    }

    private Answer ofPages(Request request) {
        Function<ApiFault, Reply> refusal = request.wantsJson() ? Api::refuse : Html::refuse;
        return new Answer(attempt(this::page, refusal, request), PAGE_HEADERS);
    }

    private Reply page(Request request) {
        requireOwnPage(request);
        return switch (request.path().get(0)) {
            case "" -> controlPages.overview();
            case "stand-in.css" -> styleSheet();
            case "checkout" -> checkoutPages.answer(request);
            case "portal", "invoice", "receipt" -> customerPages.answer(request);
            case "control" -> control.answer(request);
            default -> throw ApiFault.notFound();
        };
    }

    /** Another site, open in the same browser, must not press the buttons. */
    private static void requireOwnPage(Request request) {
        if (!request.header("Host").matches("(127\\.0\\.0\\.1|localhost)(:\\d+)?")) {
            throw ApiFault.notFound();
        }
        String site = request.header("Sec-Fetch-Site");
        boolean foreign = !site.isEmpty() && !site.equals("same-origin") && !site.equals("none");
        if (request.method().equals("POST") && foreign) {
            throw ApiFault.notFound();
        }
    }

    private static Reply attempt(
            Function<Request, Reply> part, Function<ApiFault, Reply> refusal, Request request) {
        try {
            return part.apply(request);
        } catch (ApiFault fault) {
            return refusal.apply(fault);
        }
    }

    private static Reply styleSheet() {
        try (InputStream css = Routes.class.getResourceAsStream("/lemon-squeezy/stand-in.css")) {
            return new Reply(200, Map.of("Content-Type", "text/css"), css.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param headers beside those of the reply
     */
    record Answer(Reply reply, Map<String, String> headers) {}
}
