package studio.pingvas.contracts.generation;

import studio.pingvas.contracts.BusinessException;

/** The model cannot do that kind of thing. */
public class KindNotSupportedException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public KindNotSupportedException(String model, String kind) {
        super(
                "kind-not-supported",
                "The model \"{0}\" cannot do {1}; choose another.",
                model,
                kind);
    }
}
