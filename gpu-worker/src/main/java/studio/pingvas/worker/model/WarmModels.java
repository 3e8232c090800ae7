package studio.pingvas.worker.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.worker.tensor.Device;

/** The models of one folder of folders; those used last stay loaded. For one thread. */
public final class WarmModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmModels.class);
    // The id comes with a message and becomes a path.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private final Path root;
    private final Device device;
    private final int capacity;
    private final Map<String, TextToImageModel> warm = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param capacity models that stay loaded
     */
    public WarmModels(Path root, Device device, int capacity) {
        this.root = root;
        this.device = device;
        this.capacity = capacity;
    }

    /**
     * A model, loaded when it was not or when its folder has changed. It stays usable until the
     * next call.
     *
     * @throws ModelMissingException if there is none of that id
     * @throws ModelInvalidException if its files are not right
     */
    public TextToImageModel get(String id) throws IOException {
        if (!ID.matcher(id).matches() || !isModel(root.resolve(id))) {
            throw new ModelMissingException(id);
        }
        ModelFolder folder = ModelFolder.open(root.resolve(id));
        TextToImageModel known = warm.get(id);
        if (known != null && known.folder().digest().equals(folder.digest())) {
            return known;
        }
        if (known != null) {
            warm.remove(id).close();
        }
        return load(folder);
    }

    /** Ids of the models whose manifest is right, sorted. */
    public List<String> installed() throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.filter(WarmModels::isModel).sorted().toList()) {
                try {
                    ids.add(ModelFolder.open(folder).manifest().id());
                } catch (ModelInvalidException e) {
                    LOG.warn("{}", e.getMessage());
                }
            }
        }
        return ids;
    }

    @Override
    public void close() {
        warm.values().forEach(TextToImageModel::close);
        warm.clear();
    }

    private TextToImageModel load(ModelFolder folder) throws IOException {
        String id = folder.manifest().id();
        makeRoom();
        long start = System.nanoTime();
        TextToImageModel model = new ModelLoader(folder, device).load();
        warm.put(id, model);
        LOG.info("model loaded id={} milliseconds={}", id, (System.nanoTime() - start) / 1_000_000);
        return model;
    }

    private void makeRoom() {
        Iterator<TextToImageModel> leastRecentFirst = warm.values().iterator();
        while (warm.size() >= capacity && leastRecentFirst.hasNext()) {
            leastRecentFirst.next().close();
            leastRecentFirst.remove();
        }
    }

    private static boolean isModel(Path folder) {
        return Files.isRegularFile(folder.resolve(ModelManifest.FILE_NAME));
    }
}
