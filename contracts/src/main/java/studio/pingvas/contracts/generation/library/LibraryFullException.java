package studio.pingvas.contracts.generation.library;

import studio.pingvas.contracts.BusinessException;

/** The user has as many of them as there may be. */
public class LibraryFullException extends BusinessException {
    private static final long serialVersionUID = 1L;

    public LibraryFullException(int most) {
        super("library-full", "There can be {0} of them. Delete one first.", most);
    }
}
