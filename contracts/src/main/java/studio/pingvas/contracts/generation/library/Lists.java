package studio.pingvas.contracts.generation.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists of requests, in which a client may have put a null that is only refused later. */
final class Lists {
    private Lists() {}

    static <T> List<T> copyWithNulls(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
