package studio.pingvas.worker.weights;

/** Names out of a file, fit for a sentence: short, and of harmless letters. */
final class Quoted {
    private static final int LONGEST = 120;

    private Quoted() {}

    static String name(String name) {
        String start = name.length() > LONGEST ? name.substring(0, LONGEST) + "..." : name;
        return "\"" + start.replaceAll("[^A-Za-z0-9 ._/+-]", "?") + "\"";
    }
}
