package studio.pingvas.web.faces.generation;

import java.util.List;
import studio.pingvas.contracts.model.ModelView;

/**
 * Prompts that show what a model can do. They stay English in every language of the pages, for they
 * are made of the words the model was trained on.
 */
final class ExamplePrompts {
    private static final String DEMONSTRATION = "tiny";

    private static final List<String> OF_DEMONSTRATION =
            List.of(
                    "a red house by the sea at night",
                    "a lake with mountains at dawn",
                    "a volcano erupting at night",
                    "a sailboat on the sea at sunset",
                    "northern lights over a snowy forest");

    private static final List<String> OF_OTHERS =
            List.of(
                    "portrait of an old fisherman, soft window light",
                    "a reading room in a forest, morning fog",
                    "isometric view of a small harbour town");

    private ExamplePrompts() {}

    static List<String> of(ModelView model) {
        return model.base().equals(DEMONSTRATION) ? OF_DEMONSTRATION : OF_OTHERS;
    }
}
