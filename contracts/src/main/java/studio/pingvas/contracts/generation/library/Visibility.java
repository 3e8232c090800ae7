package studio.pingvas.contracts.generation.library;

/** Who sees an item of the library beside its owner. */
public enum Visibility {
    /** Nobody. */
    PRIVATE,
    /** Everyone of the installation. */
    PUBLIC,
    /** Nobody, because an administrator took it back; its owner cannot publish it again. */
    WITHDRAWN
}
