package studio.pingvas.contracts.generation.library;

/** Where an item of the library comes from, as its reader sees it. */
public enum Origin {
    /** Came with the product; nobody can change it. */
    SHIPPED,
    /** The reader's own. */
    OWN,
    /** Somebody else's, shown to everyone. */
    SHARED
}
