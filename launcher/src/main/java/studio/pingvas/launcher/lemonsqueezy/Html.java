package studio.pingvas.launcher.lemonsqueezy;

import java.util.Locale;

/** The frame of all pages, and the pieces they are made of. */
final class Html {
    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>%s</title>
              <link rel="stylesheet" href="/stand-in.css">
              <link rel="icon" href="data:,">
            </head>
            <body>
              <p class="notice">This is a local stand-in for Lemon Squeezy. No money moves.</p>
              <main class="%s">
              <h1>%s</h1>
              %s
              </main>
            </body>
            </html>
            """;

    private Html() {}

    /**
     * @param kind class of the page: {@code card} or {@code wide}
     * @param content markup
     */
    static String page(String title, String kind, String content) {
        return FRAME.formatted(escape(title), kind, escape(title), content);
    }

    static Reply refuse(ApiFault fault) {
        String content = "<p>" + escape(fault.getMessage()) + "</p><p><a href=\"/\">Back</a></p>";
        return Reply.html(fault.status(), page(fault.title(), "card", content));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String money(long cents) {
        return String.format(Locale.ROOT, "$%,d.%02d", cents / 100, cents % 100);
    }

    /** A form that is one button. */
    static String button(String address, String label) {
        return "<form method=\"post\" action=\"%s\"><button>%s</button></form>"
                .formatted(escape(address), escape(label));
    }

    /** A row of a list of names and values; the value is text. */
    static String row(String name, String value) {
        return "<dt>%s</dt><dd>%s</dd>".formatted(escape(name), escape(value));
    }

    /** A time of ours to the minute, for people. */
    static String time(String text) {
        return text.length() < 16 ? "" : text.substring(0, 16).replace('T', ' ');
    }
}
