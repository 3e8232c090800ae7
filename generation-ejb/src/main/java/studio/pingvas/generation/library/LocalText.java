package studio.pingvas.generation.library;

/** A text of something shipped, in each language of the product. */
public record LocalText(String en, String ko) {
    public static final String ENGLISH = "en";
    public static final String KOREAN = "ko";

    /** English for any language that is not spoken. */
    public static String spoken(String language) {
        return language != null && language.startsWith(KOREAN) ? KOREAN : ENGLISH;
    }

    /**
     * @param language as {@link #spoken} names it
     */
    public String in(String language) {
        return KOREAN.equals(language) ? ko : en;
    }
}
