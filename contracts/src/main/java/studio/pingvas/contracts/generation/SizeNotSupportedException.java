package studio.pingvas.contracts.generation;

import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;

/** The model cannot make a picture of that size. */
public class SizeNotSupportedException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    /**
     * @param root JSON pointer of what has the size, empty for the whole request
     */
    public SizeNotSupportedException(String root, int width, int height, String supported) {
        super(
                "size-not-supported",
                List.of(
                        new Violation(
                                root + "/width",
                                "{0}x{1} is not supported; choose {2}",
                                width,
                                height,
                                supported)));
    }
}
