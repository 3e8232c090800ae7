package studio.pingvas.web.faces.generation;

import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import studio.pingvas.contracts.InvalidRequestException;
import studio.pingvas.contracts.generation.BatchMatrix;
import studio.pingvas.contracts.generation.BatchRequest;
import studio.pingvas.contracts.generation.GenerationRequest;

/** What changes from job to job, when more than one is asked for at once. */
public class SeveralForm implements Serializable {
    private static final long serialVersionUID = 1L;

    static final String PROMPTS = "more_prompts";
    static final String SEEDS = "more_seeds";
    static final String STEPS = "more_steps";
    static final String GUIDANCES = "more_guidances";

    /** Stands for the prompts where they are crossed with something else. */
    static final String PLACE_OF_PROMPT = "{wish}";

    private static final int MOST_CHARACTERS = 100_000;

    /** One in each line, besides the prompt of the form. */
    @Size(max = MOST_CHARACTERS)
    private String prompts;

    @Size(max = MOST_CHARACTERS)
    private String seeds;

    @Size(max = MOST_CHARACTERS)
    private String steps;

    @Size(max = MOST_CHARACTERS)
    private String guidances;

    public boolean isAsked() {
        return !lines().isEmpty() || isCrossed();
    }

    /** Whether more than the prompt changes. */
    boolean isCrossed() {
        return Stream.of(seeds, steps, guidances).anyMatch(text -> text != null && !text.isBlank());
    }

    List<String> lines() {
        return prompts == null
                ? List.of()
                : prompts.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /**
     * @param base what all begin from; where prompts are crossed with something else, its prompt is
     *     {@link #PLACE_OF_PROMPT}
     * @param wishes the prompts of all
     * @throws InvalidRequestException if something is no number; it names the field of the page
     */
    BatchRequest of(GenerationRequest base, List<String> wishes) {
        return isCrossed()
                ? new BatchRequest(null, base, null, matrix(wishes))
                : new BatchRequest(null, base, wishes, null);
    }

    private BatchMatrix matrix(List<String> wishes) {
        String part = PLACE_OF_PROMPT.substring(1, PLACE_OF_PROMPT.length() - 1);
        return new BatchMatrix(
                null,
                null,
                null,
                numbers(STEPS, steps, Integer::valueOf),
                numbers(GUIDANCES, guidances, Double::valueOf),
                wishes.size() > 1 ? Map.of(part, wishes) : null,
                numbers(SEEDS, seeds, Long::valueOf));
    }

    private static <T> List<T> numbers(String field, String text, Function<String, T> parse) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return Arrays.stream(text.strip().split("[\\s,;]+")).map(parse).toList();
        } catch (NumberFormatException e) {
            throw new InvalidRequestException("/" + field, "Numbers with commas between them.");
        }
    }

    public String getPrompts() {
        return prompts;
    }

    public void setPrompts(String prompts) {
        this.prompts = prompts;
    }

    public String getSeeds() {
        return seeds;
    }

    public void setSeeds(String seeds) {
        this.seeds = seeds;
    }

    public String getSteps() {
        return steps;
    }

    public void setSteps(String steps) {
        this.steps = steps;
    }

    public String getGuidances() {
        return guidances;
    }

    public void setGuidances(String guidances) {
        this.guidances = guidances;
    }
}
