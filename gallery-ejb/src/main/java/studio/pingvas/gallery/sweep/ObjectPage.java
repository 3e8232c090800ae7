package studio.pingvas.gallery.sweep;

import java.util.List;
import studio.pingvas.platform.store.StoredObject;

/**
 * A part of the store's list that ends between two folders, so that the objects of a picture stand
 * in one page.
 *
 * @param last whether no page follows
 */
record ObjectPage(List<StoredObject> objects, boolean last) {
    static ObjectPage of(List<StoredObject> listed, int limit) {
        if (listed.size() < limit) {
            return new ObjectPage(listed, true);
        }
        String open = folderOf(listed.get(limit - 1).key());
        int end = limit;
        while (end > 0 && folderOf(listed.get(end - 1).key()).equals(open)) {
            end--;
        }
        // A folder as large as a page is none of ours: it may be cut.
        return new ObjectPage(listed.subList(0, end == 0 ? limit : end), false);
    }

    /** Null in an empty page. */
    String end() {
        return objects.isEmpty() ? null : objects.get(objects.size() - 1).key();
    }

    private static String folderOf(String key) {
        return key.substring(0, key.lastIndexOf('/') + 1);
    }
}
