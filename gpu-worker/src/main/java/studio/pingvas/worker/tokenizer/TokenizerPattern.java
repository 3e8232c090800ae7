package studio.pingvas.worker.tokenizer;

/**
 * Tells whether a regular expression is cheap to search with. The engine below ends the process
 * when it gives up, so what could make it try for long is refused: groups that repeat, references,
 * and whatever has too many ways to match before something that must. What is left takes at most
 * quadratic time, and all known tokenizers are within it.
 */
final class TokenizerPattern {
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_COUNT = 16;
    // One repetition without limit over a prompt, and a few choices beside it.
    private static final double ENDLESS_WAYS = 1 << 12;
    private static final double MAX_TRIES = 1 << 18;
    private static final String ESCAPES = "sSdDwWbBhHpPnrtAzZ";
    private static final String[] GROUPS = {"?:", "?i:", "?=", "?!", "?<=", "?<!", "?>"};

    private final String pattern;
    private int at;

    private TokenizerPattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * @throws IllegalArgumentException if it is not known to be cheap
     */
    static void require(String pattern) {
        check(pattern.length() <= MAX_LENGTH && !pattern.isEmpty(), pattern);
        TokenizerPattern parser = new TokenizerPattern(pattern);
        Cost cost = parser.alternatives(0);
        check(parser.at == pattern.length(), pattern);
        check(cost.tries <= MAX_TRIES, pattern);
    }

    private Cost alternatives(int depth) {
        check(depth <= MAX_DEPTH);
        Cost cost = sequence(depth);
        while (skip('|')) {
            cost = cost.or(sequence(depth));
        }
        return cost;
    }

    private Cost sequence(int depth) {
        double ways = 1;
        double tries = 1;
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            Cost inner = atom(depth);
            Quantifier quantifier = quantifier();
            if (inner == null) {
                inner = new Cost(quantifier.ways(), 1);
            } else {
                check(quantifier.most == 1);
                inner = new Cost(inner.ways + 1 - quantifier.least, inner.tries);
            }
            tries = Math.max(tries, (quantifier.least > 0 ? ways : 1) * inner.tries);
            ways *= inner.ways;
        }
        return new Cost(ways, tries);
    }

    /**
     * @return the cost of a group, null for anything else
     */
    private Cost atom(int depth) {
        char first = next();
        switch (first) {
            case '(' -> {
                openGroup();
                Cost cost = alternatives(depth + 1);
                check(skip(')'));
                return cost;
            }
            case '[' -> skipClass(0);
            case '\\' -> skipEscape();
            default -> check("*+?{".indexOf(first) < 0);
        }
        return null;
    }

    private void openGroup() {
        if (at < pattern.length() && peek() == '?') {
            for (String kind : GROUPS) {
                if (pattern.startsWith(kind, at)) {
                    at += kind.length();
                    return;
                }
            }
            check(false);
        }
        check(at < pattern.length() && peek() != '*');
    }

    private void skipClass(int depth) {
        check(depth <= MAX_DEPTH);
        skip('^');
        // Whether a bracket that comes first ends the class is told differently by engines.
        check(at < pattern.length() && peek() != ']');
        char next = next();
        while (next != ']') {
            if (next == '[') {
                skipClass(depth + 1);
            } else if (next == '\\') {
                skipEscape();
            }
            next = next();
        }
    }

    private void skipEscape() {
        char escaped = next();
        check(ESCAPES.indexOf(escaped) >= 0 || !Character.isLetterOrDigit(escaped));
        if ((escaped == 'p' || escaped == 'P') && skip('{')) {
            int end = pattern.indexOf('}', at);
            check(end > 0 && end - at < 40);
            at = end + 1;
        }
    }

    private Quantifier quantifier() {
        if (at == pattern.length()) {
            return Quantifier.ONCE;
        }
        Quantifier quantifier =
                switch (peek()) {
                    case '*' -> new Quantifier(0, Quantifier.ENDLESS);
                    case '+' -> new Quantifier(1, Quantifier.ENDLESS);
                    case '?' -> new Quantifier(0, 1);
                    case '{' -> counted();
                    default -> null;
                };
        if (quantifier == null) {
            return Quantifier.ONCE;
        }
        boolean counted = next() == '}';
        // Lazy and possessive are as cheap or cheaper; after a count, + would repeat it.
        if (at < pattern.length() && (peek() == '?' || peek() == '+')) {
            check(!counted && next() != 0);
        }
        check(at == pattern.length() || "*+?{".indexOf(peek()) < 0);
        return quantifier;
    }

    /** Leaves the closing brace to be taken like any other sign. */
    private Quantifier counted() {
        int end = pattern.indexOf('}', at);
        check(end > 0);
        String[] counts = pattern.substring(at + 1, end).split(",", -1);
        check(counts.length <= 2);
        at = end;
        int least = count(counts[0]);
        int most = counts.length == 1 ? least : Quantifier.ENDLESS;
        if (counts.length == 2 && !counts[1].isEmpty()) {
            most = count(counts[1]);
        }
        check(least <= most);
        return new Quantifier(least, most);
    }

    private int count(String digits) {
        check(digits.matches("[0-9]{1,2}"));
        int count = Integer.parseInt(digits);
        check(count <= MAX_COUNT);
        return count;
    }

    private char peek() {
        return pattern.charAt(at);
    }

    private char next() {
        check(at < pattern.length());
        return pattern.charAt(at++);
    }

    private boolean skip(char expected) {
        boolean there = at < pattern.length() && peek() == expected;
        if (there) {
            at++;
        }
        return there;
    }

    private void check(boolean cheap) {
        check(cheap, pattern);
    }

    private static void check(boolean cheap, String pattern) {
        if (!cheap) {
            String start = pattern.substring(0, Math.min(40, pattern.length()));
            throw new IllegalArgumentException("the pattern " + start + " could take too long");
        }
    }

    /**
     * @param ways in which it can match
     * @param tries of ways that come before something that must match and may not
     */
    private record Cost(double ways, double tries) {
        Cost or(Cost other) {
            return new Cost(ways + other.ways, tries + other.tries);
        }
    }

    private record Quantifier(int least, int most) {
        static final int ENDLESS = Integer.MAX_VALUE;
        static final Quantifier ONCE = new Quantifier(1, 1);

        double ways() {
            return most == ENDLESS ? ENDLESS_WAYS : most - least + 1.0;
        }
    }
}
