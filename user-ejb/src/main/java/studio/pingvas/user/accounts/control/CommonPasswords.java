package studio.pingvas.user.accounts.control;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords that are tried first. Instead of a list of thousands, the words and habits that such
 * lists are made of: a well-known word, dressed up with digits, signs and look-alike characters;
 * one character or a short piece again and again; a walk along the keyboard or the alphabet.
 */
final class CommonPasswords {
    private static final int LEAST_OF_ITS_OWN = 4;

    private static final Set<String> WORDS =
            Set.of(
                    ("password passwort passwords passw pass passcode parola contrasena secret"
                                    + " secrets letmein welcome willkommen admin administrator root"
                                    + " superuser superadmin sysadmin user username guest test"
                                    + " testing tester login logon access changeme change default"
                                    + " master trustno qwerty qwertz azerty qwer asdf zxcv iloveyou"
                                    + " ilove love lovely loveme sunshine princess dragon monkey"
                                    + " shadow superman batman spiderman starwars pokemon naruto"
                                    + " football baseball basketball soccer hockey liverpool"
                                    + " chelsea arsenal barcelona michael jennifer jessica ashley"
                                    + " daniel thomas charlie jordan andrew robert maggie ginger"
                                    + " buster summer winter spring autumn monday friday january"
                                    + " december whatever nothing freedom hello computer internet"
                                    + " killer hunter ranger mustang ferrari mercedes corvette"
                                    + " cookie cheese chocolate banana orange pepper flower"
                                    + " butterfly angel angels babygirl baby blink samsung google"
                                    + " facebook microsoft windows apple iphone android company"
                                    + " office server database postgres oracle tomcat payara"
                                    + " studio pingvas abc abcd abcdef aaaa")
                            .split(" "));

    /** Rows of keyboards, the alphabet and the digits, each also read backwards. */
    private static final String WALKS =
            "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm qwertzuiop"
                    + " yxcvbnm azertyuiop qsdfghjklm wxcvbn 1qaz2wsx3edc4rfv5tgb6yhn7ujm"
                    + " 1q2w3e4r5t6y7u8i9o0p qazwsxedcrfvtgbyhnujm";

    private static final String WALKS_BACK = new StringBuilder(WALKS).reverse().toString();

    private static final Pattern REPEATED = Pattern.compile("(.{1,4})\\1+.{0,3}");

    private CommonPasswords() {}

    /**
     * @param personal what everybody knows of the owner, such as parts of the address; may be empty
     */
    static boolean include(String password, Set<String> personal) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (isRepetition(lower) || isWalk(lower)) {
            return true;
        }
        return isOneOf(WORDS, core(lower))
                || isOneOf(WORDS, unmasked(core(lower)))
                || isOneOf(WORDS, core(unmasked(lower)))
                || isOneOf(personal, core(lower))
                || personal.contains(lower);
    }

    private static boolean isRepetition(String lower) {
        return REPEATED.matcher(lower).matches();
    }

    /** {@code 12345678}, {@code qwertyuiop}, {@code asdf1234}: pieces of walks, nothing between. */
    private static boolean isWalk(String lower) {
        int at = 0;
        while (at < lower.length()) {
            int step = longestWalk(lower, at);
            if (step < LEAST_OF_ITS_OWN) {
                return at > 0 && lower.length() - at < LEAST_OF_ITS_OWN;
            }
            at += step;
        }
        return true;
    }

    private static int longestWalk(String lower, int at) {
        int end = lower.length();
        while (end > at && !isPartOfWalk(lower.substring(at, end))) {
            end--;
        }
        return end - at;
    }

    private static boolean isPartOfWalk(String piece) {
        return piece.indexOf(' ') < 0 && (WALKS.contains(piece) || WALKS_BACK.contains(piece));
    }

    /** Without the digits and signs before and after: {@code 123hello2024!!} is hello. */
    private static String core(String lower) {
        return lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String unmasked(String lower) {
        return lower.replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }

    /** Also written twice, or followed by another of them: {@code loveangel}. */
    private static boolean isOneOf(Set<String> words, String text) {
        if (words.contains(text)) {
            return true;
        }
        for (int cut = 1; cut < text.length(); cut++) {
            if (words.contains(text.substring(0, cut)) && words.contains(text.substring(cut))) {
                return true;
            }
        }
        return false;
    }
}
