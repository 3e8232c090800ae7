package studio.pingvas.generation.batches.control;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.OverTierLimitException;
import studio.pingvas.contracts.generation.Painting;
import studio.pingvas.contracts.payment.Plan;
import studio.pingvas.generation.jobs.control.Violations;

/** Whether a request is a batch at all; what its jobs ask for is not looked at. */
record BatchRules(BatchRequest request) {
    static final Pattern PART = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]{0,31}");
    static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");
    private static final int MAX_LABEL = 100;

    /** What changes from job to job. */
    Axes check(Plan plan) {
        Violations violations = new Violations("");
        violations.checkText("/label", request.label(), MAX_LABEL);
        if (!(request.request() instanceof Painting)) {
            violations.add(
                    "/request/kind", "A batch is of text-to-image, image-to-image or inpaint.");
        }
        if ((request.prompts() == null) == (request.matrix() == null)) {
            violations.add("/matrix", "Give a matrix or prompts, and not both.");
        }
        violations.throwIfAny();
        Axes axes = Axes.of(request);
        axes.all().forEach(axis -> check(axis, violations));
        violations.throwIfAny();
        Painting base = (Painting) request.request();
        if (!axes.vary("prompt")) {
            checkLongest("/request/prompt", base.prompt(), axes, violations);
        }
        checkLongest("/request/negative_prompt", base.negativePrompt(), axes, violations);
        violations.throwIfAny();
        checkCount(axes, plan);
        return axes;
    }

    private void check(Axis axis, Violations violations) {
        if (axis.part() != null) {
            checkPart(axis, violations);
        }
        List<?> values = axis.values();
        if (values == null || values.isEmpty() || values.size() > BatchRequest.MOST_JOBS) {
            violations.add(axis.pointer(), "1 to " + BatchRequest.MOST_JOBS + " values.");
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                violations.add(axis.pointerTo(i), "A value is expected here.");
            } else if (axis.part() != null) {
                violations.checkText(axis.pointerTo(i), (String) values.get(i));
            } else if (axis.name().equals("size") && !isSize((String) values.get(i))) {
                violations.add(axis.pointerTo(i), "Width and height, as in 512x768.");
            }
        }
    }

    private void checkPart(Axis axis, Violations violations) {
        Painting base = (Painting) request.request();
        String placeholder = "{" + axis.part() + "}";
        if (!PART.matcher(axis.part()).matches()) {
            violations.add(
                    axis.pointer(),
                    "A placeholder is a letter and up to 31 letters, digits, hyphens and"
                            + " underscores.");
        } else if (Stream.of(base.prompt(), base.negativePrompt())
                .filter(Objects::nonNull)
                .noneMatch(text -> text.contains(placeholder))) {
            violations.add(axis.pointer(), "The prompt has no {0}.", placeholder);
        }
    }

    /** Before anything is filled in: few words can ask for more text than there is memory. */
    private static void checkLongest(
            String pointer, String text, Axes axes, Violations violations) {
        if (text == null) {
            return;
        }
        Map<String, Integer> longest = new HashMap<>();
        for (Axis axis : axes.all()) {
            if (axis.part() != null) {
                longest.put(axis.part(), longestOf(axis.values()));
            }
        }
        Matcher found = Expansion.PLACEHOLDER.matcher(text);
        long length = lengthOf(text);
        while (found.find()) {
            Integer filled = longest.get(found.group(1));
            length += filled == null ? 0 : filled - lengthOf(found.group());
        }
        if (length > Violations.MAX_PROMPT_LENGTH) {
            violations.add(
                    pointer,
                    "At most {0} characters, with the longest values in place.",
                    Violations.MAX_PROMPT_LENGTH);
        }
    }

    private static int longestOf(List<?> texts) {
        return texts.stream().mapToInt(text -> lengthOf((String) text)).max().orElse(0);
    }

    private static int lengthOf(String text) {
        return text.codePointCount(0, text.length());
    }

    private void checkCount(Axes axes, Plan plan) {
        String pointer = request.prompts() == null ? "/matrix" : "/prompts";
        if (axes.all().isEmpty() || axes.combinations() > BatchRequest.MOST_JOBS) {
            Violations violations = new Violations("");
            violations.add(
                    pointer,
                    "A batch has 1 to {0} jobs, one for each combination.",
                    BatchRequest.MOST_JOBS);
            violations.throwIfAny();
        }
        if (axes.combinations() > plan.maxBatch()) {
            throw new OverTierLimitException(
                    "The {0} tier allows {1} jobs in a batch, not {2}.",
                    plan.tier().key(), plan.maxBatch(), axes.combinations());
        }
    }

    private static boolean isSize(String size) {
        return SIZE.matcher(size).matches();
    }
}
