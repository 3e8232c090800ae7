package studio.pingvas.worker.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** Gathers a prompt's pieces; neighbours of equal weight become one, so that words stay whole. */
final class PromptSections {
    private final List<List<WeightedText>> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<WeightedText> section = new ArrayList<>();
    private double weight = 1;

    void add(String more, double itsWeight) {
        if (more.isEmpty()) {
            return;
        }
        if (itsWeight != weight) {
            finishPiece();
            weight = itsWeight;
        }
        text.append(more);
    }

    /** What follows belongs to another section. */
    void begin() {
        finishPiece();
        sections.add(List.copyOf(section));
        section = new ArrayList<>();
    }

    List<List<WeightedText>> all() {
        begin();
        return List.copyOf(sections);
    }

    private void finishPiece() {
        if (!text.isEmpty()) {
            section.add(new WeightedText(text.toString(), weight));
            text.setLength(0);
        }
    }
}
