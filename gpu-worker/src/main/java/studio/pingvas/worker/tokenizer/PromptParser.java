package studio.pingvas.worker.tokenizer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the prompt language that Stable Diffusion web UI (A1111) made common, as its wiki describes
 * it under "Attention/emphasis" and "Infinite prompt length": {@code (word)} weighs 1.1, {@code
 * (word:1.2)} weighs 1.2, {@code [word]} weighs 1 / 1.1, nested weights multiply, a backslash makes
 * a bracket a character, and {@code BREAK} ends a section.
 *
 * <p>As there, a bracket that is never closed weighs all that follows, and one that was never
 * opened is a character. Takes time linear in the length of the prompt, and no recursion.
 */
final class PromptParser {
    private static final double ROUND = 1.1;
    private static final double SQUARE = 1 / 1.1;
    // Whoever nests deeper gets no more: the vectors must stay numbers.
    private static final double LARGEST = 100;
    private static final Pattern WEIGHT = Pattern.compile(":\\s*([+-]?[.\\d]+)\\s*\\)");
    private static final Pattern BREAK = Pattern.compile("\\s*\\bBREAK\\b\\s*");

    private final String prompt;
    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Piece> openRound = new ArrayDeque<>();
    private final Deque<Piece> openSquare = new ArrayDeque<>();
    private int position;

    private enum Mark {
        TEXT,
        OPEN_ROUND,
        CLOSE_ROUND,
        OPEN_SQUARE,
        CLOSE_SQUARE
    }

    private static final class Piece {
        private final Mark mark;
        private final String text;
        private double factor;

        Piece(Mark mark, String text, double factor) {
            this.mark = mark;
            this.text = text;
            this.factor = factor;
        }
    }

    private PromptParser(String prompt) {
        this.prompt = prompt;
    }

    /** Sections between breaks, at least one; pieces of equal weight are one piece. */
    static List<List<WeightedText>> parse(String prompt) {
        PromptParser parser = new PromptParser(prompt);
        parser.scan();
        return parser.sections();
    }

    private void scan() {
        while (position < prompt.length()) {
            char next = prompt.charAt(position);
            switch (next) {
                case '\\' -> escape();
                case '(' -> open(Mark.OPEN_ROUND, ROUND, openRound);
                case '[' -> open(Mark.OPEN_SQUARE, SQUARE, openSquare);
                case ')' -> close(Mark.CLOSE_ROUND, openRound);
                case ']' -> close(Mark.CLOSE_SQUARE, openSquare);
                case ':' -> weight();
                default -> text();
            }
        }
    }

    private void escape() {
        position++;
        if (position < prompt.length() && "\\()[]".indexOf(prompt.charAt(position)) >= 0) {
            character();
        }
    }

    private void open(Mark mark, double factor, Deque<Piece> open) {
        Piece bracket = new Piece(mark, "", factor);
        pieces.add(bracket);
        open.push(bracket);
        position++;
    }

    private void close(Mark mark, Deque<Piece> open) {
        if (open.isEmpty()) {
            character();
            return;
        }
        open.pop();
        pieces.add(new Piece(mark, "", 1));
        position++;
    }

    private void weight() {
        Matcher weight = WEIGHT.matcher(prompt).region(position, prompt.length());
        if (openRound.isEmpty() || !weight.lookingAt() || !isNumber(weight.group(1))) {
            character();
            return;
        }
        openRound.element().factor = Double.parseDouble(weight.group(1));
        position = weight.end() - 1;
        close(Mark.CLOSE_ROUND, openRound);
    }

    private void character() {
        add(position, position + 1);
    }

    private void text() {
        int end = position;
        while (end < prompt.length() && "\\()[]:".indexOf(prompt.charAt(end)) < 0) {
            end++;
        }
        add(position, end);
    }

    private void add(int from, int to) {
        pieces.add(new Piece(Mark.TEXT, prompt.substring(from, to), 1));
        position = to;
    }

    /** Brackets of one kind nest, those of two kinds may cross: each kind has its own product. */
    private List<List<WeightedText>> sections() {
        PromptSections sections = new PromptSections();
        Deque<Double> round = new ArrayDeque<>(List.of(1.0));
        Deque<Double> square = new ArrayDeque<>(List.of(1.0));
        for (Piece piece : pieces) {
            switch (piece.mark) {
                case TEXT -> addText(sections, piece.text, round.element() * square.element());
                case OPEN_ROUND -> round.push(limited(round.element() * piece.factor));
                case OPEN_SQUARE -> square.push(limited(square.element() * piece.factor));
                case CLOSE_ROUND -> round.pop();
                case CLOSE_SQUARE -> square.pop();
            }
        }
        return sections.all();
    }

    private static void addText(PromptSections sections, String text, double weight) {
        Matcher breaks = BREAK.matcher(text);
        int begin = 0;
        while (breaks.find()) {
            sections.add(text.substring(begin, breaks.start()), weight);
            sections.begin();
            begin = breaks.end();
        }
        sections.add(text.substring(begin), weight);
    }

    private static double limited(double weight) {
        return Math.max(-LARGEST, Math.min(LARGEST, weight));
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)");
    }
}
