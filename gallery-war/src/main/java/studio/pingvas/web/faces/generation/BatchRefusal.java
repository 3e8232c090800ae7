package studio.pingvas.web.faces.generation;

import java.util.List;
import java.util.Map;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.InvalidRequestException.Violation;

/**
 * What is wrong with a batch, said of the fields of the page in place of the members of the API.
 */
final class BatchRefusal {
    /** Of the first prompt, which has a field of its own. */
    private static final List<String> FIRST_PROMPT = List.of("/prompts/0", "/matrix/prompt/wish/0");

    private static final Map<String, String> FIELDS =
            Map.of(
                    "/prompts", "/" + SeveralForm.PROMPTS,
                    "/matrix/prompt", "/" + SeveralForm.PROMPTS,
                    "/matrix/seed", "/" + SeveralForm.SEEDS,
                    "/matrix/steps", "/" + SeveralForm.STEPS,
                    "/matrix/cfg_scale", "/" + SeveralForm.GUIDANCES);

    private BatchRefusal() {}

    static InvalidRequestException of(InvalidRequestException refusal) {
        List<Violation> ofFields =
                refusal.violations().stream()
                        .map(one -> new Violation(fieldOf(one.pointer()), one.sentence()))
                        .distinct()
                        .toList();
        return new InvalidRequestException(ofFields);
    }

    private static String fieldOf(String pointer) {
        if (FIRST_PROMPT.contains(pointer)) {
            return "/prompt";
        }
        return FIELDS.entrySet().stream()
                .filter(field -> (pointer + "/").startsWith(field.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> pointer.replaceFirst("^/request(?=/)", ""));
    }
}
