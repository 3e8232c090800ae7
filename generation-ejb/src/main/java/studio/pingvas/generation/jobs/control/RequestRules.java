package studio.pingvas.generation.jobs.control;

import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.generation.SizeNotSupportedException;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.model.ModelView;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.jobs.entity.Picture;

/** Checks a request against what is possible, what the model can, and what the tier allows. */
@Dependent
public class RequestRules {
    static final int MAX_PROMPT_LENGTH = 2_000;
    static final int MAX_STEPS = 200;
    static final int MAX_CFG_SCALE = 30;
    static final int MAX_COUNT = 8;
    static final long MAX_SEED = 0xFFFF_FFFFL;

    private final SecureRandom random = new SecureRandom();

    /** The picture with every default filled in. */
    public Picture resolve(TextToImage request, ModelView model, Plan plan) {
        requireValid(request, model);
        ModelView.Size size = sizeOf(request, model);
        int steps = orElse(request.steps(), model.defaultSteps());
        int count = orElse(request.count(), 1);
        requireWithinTier(size, steps, count, plan);
        return new Picture(
                model.id(),
                request.prompt().strip(),
                orElse(request.negativePrompt(), "").strip(),
                size.width(),
                size.height(),
                steps,
                orElse(request.cfgScale(), model.defaultGuidance()),
                orElse(request.scheduler(), model.defaultScheduler()),
                orElse(request.seed(), random.nextInt() & MAX_SEED),
                count);
    }

    private static void requireValid(TextToImage request, ModelView model) {
        List<Violation> violations = new ArrayList<>();
        if (request.prompt() == null || request.prompt().isBlank()) {
            violations.add(new Violation("/prompt", "Say what the picture should show."));
        }
        checkText(violations, "/prompt", request.prompt());
        checkText(violations, "/negative_prompt", request.negativePrompt());
        checkRange(violations, "/steps", request.steps(), 1, MAX_STEPS);
        checkRange(violations, "/cfg_scale", request.cfgScale(), 0, MAX_CFG_SCALE);
        checkRange(violations, "/seed", request.seed(), 0, MAX_SEED);
        checkRange(violations, "/count", request.count(), 1, MAX_COUNT);
        if ((request.width() == null) != (request.height() == null)) {
            String missing = request.width() == null ? "/width" : "/height";
            violations.add(new Violation(missing, "Give width and height, or neither."));
        }
        if (request.scheduler() != null && !model.schedulers().contains(request.scheduler())) {
            violations.add(
                    new Violation(
                            "/scheduler",
                            "Choose one of " + String.join(", ", model.schedulers())));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }

    private static void checkText(List<Violation> violations, String pointer, String text) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > MAX_PROMPT_LENGTH) {
            violations.add(new Violation(pointer, "At most " + MAX_PROMPT_LENGTH + " characters."));
        }
        // PostgreSQL keeps no NUL, and half a surrogate pair is no character.
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            violations.add(new Violation(pointer, "Contains a character that is not allowed."));
        }
    }

    private static void checkRange(
            List<Violation> violations, String pointer, Number value, long least, long most) {
        if (value == null) {
            return;
        }
        double number = value.doubleValue();
        if (Double.isNaN(number) || number < least || number > most) {
            violations.add(new Violation(pointer, "From " + least + " to " + most + "."));
        }
    }

    private static ModelView.Size sizeOf(TextToImage request, ModelView model) {
        if (request.width() == null) {
            return model.defaultSize();
        }
        return model.sizes().stream()
                .filter(
                        size ->
                                size.width() == request.width()
                                        && size.height() == request.height())
                .findFirst()
                .orElseThrow(
                        () ->
                                new SizeNotSupportedException(
                                        request.width(), request.height(), listOf(model.sizes())));
    }

    private static String listOf(List<ModelView.Size> sizes) {
        return sizes.stream()
                .map(size -> size.width() + "x" + size.height())
                .collect(Collectors.joining(", "));
    }

    private static void requireWithinTier(ModelView.Size size, int steps, int count, Plan plan) {
        String tier = plan.tier().key();
        if ((long) size.width() * size.height() > plan.maxPixels()) {
            throw new OverTierLimitException(
                    "Pictures of the "
                            + tier
                            + " tier have at most "
                            + plan.maxPixels()
                            + " pixels.");
        }
        if (steps > plan.maxSteps()) {
            throw new OverTierLimitException(
                    "The " + tier + " tier allows " + plan.maxSteps() + " steps.");
        }
        if (count > plan.maxImages()) {
            throw new OverTierLimitException(
                    "The " + tier + " tier allows " + plan.maxImages() + " pictures per request.");
        }
    }

    private static <T> T orElse(T value, T fallback) {
        return value == null ? fallback : value;
    }
}
