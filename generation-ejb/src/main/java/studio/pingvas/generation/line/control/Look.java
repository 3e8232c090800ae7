package studio.pingvas.generation.line.control;

import java.time.Instant;
import studio.pingvas.generation.line.entity.Window;

/**
 * What a dispatcher begins with.
 *
 * @param room how many jobs may be dispatched now; not positive if the window is full
 * @param turns who is first; nobody if there is no room
 * @param at time of the database
 */
public record Look(Window window, int room, Turns turns, Instant at) {}
