package studio.pingvas.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Walks a tree in the order of keys. Others may add and delete at the same time. */
final class FileListing {
    private final Path root;
    private final String after;
    private final int limit;
    private final List<StoredObject> found = new ArrayList<>();

    /**
     * @param after null for the beginning
     */
    FileListing(Path root, String after, int limit) {
        this.root = root;
        this.after = after == null ? "" : after;
        this.limit = limit;
    }

    List<StoredObject> below(Path folder) throws IOException {
        for (Path entry : inOrder(folder)) {
            if (found.size() == limit) {
                break;
            }
            if (Files.isDirectory(entry)) {
                if (mayHoldMore(keyOf(entry) + "/")) {
                    below(entry);
                }
            } else if (keyOf(entry).compareTo(after) > 0) {
                add(entry);
            }
        }
        return found;
    }

    /** As one list of all keys would be sorted: a folder's name counts with its slash. */
    private static Iterable<Path> inOrder(Path folder) throws IOException {
        TreeMap<String, Path> entries = new TreeMap<>();
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                // Half-written objects and probes begin with a dot.
                if (!name.startsWith(".")) {
                    entries.put(Files.isDirectory(child) ? name + "/" : name, child);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return entries.values();
    }

    private boolean mayHoldMore(String prefix) {
        return after.startsWith(prefix) || prefix.compareTo(after) > 0;
    }

    private void add(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            found.add(
                    new StoredObject(
                            keyOf(file),
                            attributes.size(),
                            attributes.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            // Deleted meanwhile: then it is not in the list.
            return;
        }
    }

    private String keyOf(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }
}
