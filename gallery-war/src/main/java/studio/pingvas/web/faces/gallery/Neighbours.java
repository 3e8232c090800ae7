package studio.pingvas.web.faces.gallery;

import java.io.Serializable;
import java.util.UUID;

/**
 * The pictures beside one in the gallery.
 *
 * @param newer or null if there is none
 * @param older or null if there is none
 */
public record Neighbours(UUID newer, UUID older) implements Serializable {}
