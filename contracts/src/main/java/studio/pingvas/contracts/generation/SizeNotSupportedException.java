package studio.pingvas.contracts.generation;

import java.util.List;
import studio.pingvas.contracts.InvalidRequestException;

/** The model cannot make a picture of that size. */
public class SizeNotSupportedException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    public SizeNotSupportedException(int width, int height, String supported) {
        super(
                "size-not-supported",
                List.of(
                        new Violation(
                                "/width",
                                width + "x" + height + " is not supported; choose " + supported)));
    }
}
