package studio.pingvas.user.sessions;

import java.util.List;

/**
 * What people call the device that a {@code User-Agent} header speaks of. The header itself is not
 * kept: it tells more about a person than the list of sessions needs.
 */
final class DeviceName {
    private static final String UNKNOWN = "Unknown device";
    private static final int MAX_PROGRAM = 40;

    /** The mark in the header and the name for people. Chrome claims to be Safari, Edge both. */
    private record Mark(String text, String name) {}

    private static final List<Mark> BROWSERS =
            List.of(
                    new Mark("Edg", "Edge"),
                    new Mark("OPR/", "Opera"),
                    new Mark("SamsungBrowser/", "Samsung Internet"),
                    new Mark("Firefox/", "Firefox"),
                    new Mark("FxiOS/", "Firefox"),
                    new Mark("CriOS/", "Chrome"),
                    new Mark("Chrome/", "Chrome"),
                    new Mark("Safari/", "Safari"));

    /** Android claims to be Linux, an iPhone to be like Mac OS X. */
    private static final List<Mark> SYSTEMS =
            List.of(
                    new Mark("Android", "Android"),
                    new Mark("iPhone", "iPhone"),
                    new Mark("iPad", "iPad"),
                    new Mark("Windows", "Windows"),
                    new Mark("Mac OS X", "macOS"),
                    new Mark("CrOS", "ChromeOS"),
                    new Mark("Linux", "Linux"));

    private DeviceName() {}

    static String of(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return UNKNOWN;
        }
        String browser = find(BROWSERS, userAgent);
        String system = find(SYSTEMS, userAgent);
        if (browser != null) {
            return system == null ? browser : browser + " on " + system;
        }
        return programIn(userAgent);
    }

    private static String find(List<Mark> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.text))
                .map(Mark::name)
                .findFirst()
                .orElse(null);
    }

    /** {@code curl/8.5.0 (...)} is curl. */
    private static String programIn(String userAgent) {
        String name = userAgent.strip().split("[/ ]", 2)[0].replaceAll("[^A-Za-z0-9._+-]", "");
        return name.isEmpty() ? UNKNOWN : name.substring(0, Math.min(MAX_PROGRAM, name.length()));
    }
}
