package studio.pingvas.web.push;

/** How frames get to a client: over a WebSocket, or as a stream of events. */
interface FrameChannel {
    /**
     * Sends without waiting.
     *
     * @param sent runs when the channel can take the next frame; until then none is given to it. It
     *     never runs if the client is gone
     */
    void send(Frame frame, Runnable sent);

    /** Keeps proxies from closing a quiet connection, and closes the channel if it is dead. */
    void ping();

    /** Whether anything sent may still arrive. */
    boolean isOpen();

    /** Does nothing if it is closed already. */
    void close(Ending ending, String reason);

    /** Why a channel is closed. */
    enum Ending {
        /** Nothing will happen any more. */
        DONE,
        /** The client may no longer listen. */
        FORBIDDEN,
        /** The client has too many channels. */
        TOO_MANY,
        /** The client is gone. */
        UNREACHABLE,
        /** A fault of ours. */
        FAULT
    }
}
