package studio.pingvas.worker.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pingvas.contracts.model.ModelManifest;
import studio.pingvas.contracts.model.UpscalerManifest;
import studio.pingvas.worker.metrics.Phase;
import studio.pingvas.worker.metrics.WorkerMetrics;
import studio.pingvas.worker.tensor.Device;
import studio.pingvas.worker.weights.LoraFolder;

/**
 * The models of one folder of folders; those used last stay loaded while their weights fit into the
 * memory for them. For one thread, but for what says otherwise.
 */
public final class WarmModels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmModels.class);
    // The id comes with a message and becomes a path.
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
    // Weights may lie in the file in half the precision they are computed in.
    private static final int LARGEST_GROWTH = 2;

    private final Path root;
    private final Device device;
    private final long memoryBytes;
    private final WorkerMetrics metrics;
    private final Map<String, Loaded> warm = new LinkedHashMap<>(16, 0.75f, true);
    // As large as the folder of models; what a model took tells what it will take.
    private final Map<String, Long> measured = new HashMap<>();
    private volatile Warmth warmth = new Warmth(List.of(), 0);
    private volatile boolean reloadWanted;
    private volatile long loadedNanos;
    // Null while nothing is being read.
    private volatile Long loadingSince;

    /**
     * What is loaded.
     *
     * @param models ids, the one used last at the end
     * @param bytes that their weights take
     */
    public record Warmth(List<String> models, long bytes) {}

    /**
     * @param memoryBytes for weights; a model that is larger is loaded alone
     */
    public WarmModels(Path root, Device device, long memoryBytes, WorkerMetrics metrics) {
        this.root = root;
        this.device = device;
        this.memoryBytes = memoryBytes;
        this.metrics = metrics;
    }

    /**
     * A model, loaded when it was not or when its folder has changed. It stays usable until the
     * next call.
     *
     * @throws ModelMissingException if there is none of that id
     * @throws ModelInvalidException if its files are not right
     */
    public DiffusionModel get(String id) throws IOException {
        return get(open(id), DiffusionModel.class);
    }

    /**
     * An upscaler, loaded and kept like a model.
     *
     * @throws ModelMissingException if there is none of that id
     * @throws ModelInvalidException if its files are not right
     */
    public Upscaler upscaler(String id) throws IOException {
        return get(openUpscaler(id), Upscaler.class);
    }

    /**
     * What an upscaler does, without loading it.
     *
     * @throws ModelMissingException if there is none of that id
     * @throws ModelInvalidException if its manifest is not right
     */
    public UpscalerManifest upscalerManifest(String id) throws IOException {
        return openUpscaler(id).manifest();
    }

    /**
     * What a model can do, without loading it.
     *
     * @throws ModelMissingException if there is none of that id
     * @throws ModelInvalidException if its manifest is not right
     */
    public ModelManifest manifest(String id) throws IOException {
        return open(id).manifest();
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

    /** What was loaded when it was used last. Any thread may ask. */
    public Warmth warmth() {
        return warmth;
    }

    /** All models are read from their files again when they are next used. For any thread. */
    public void reload() {
        reloadWanted = true;
    }

    /** Time that models took to be read, with the one that is being read. Any thread may ask. */
    public long loadingNanos() {
        Long since = loadingSince;
        return loadedNanos + (since == null ? 0 : System.nanoTime() - since);
    }

    @Override
    public void close() {
        warm.values().forEach(Loaded::close);
        warm.clear();
        warmth = new Warmth(List.of(), 0);
    }

    private ModelFolder open(String id) throws IOException {
        return ModelFolder.open(folder(id, ModelManifest.FILE_NAME));
    }

    private UpscalerFolder openUpscaler(String id) throws IOException {
        return UpscalerFolder.open(folder(id, UpscalerManifest.FILE_NAME));
    }

    private Path folder(String id, String manifest) {
        if (!ID.matcher(id).matches() || !holds(root.resolve(id), manifest)) {
            throw new ModelMissingException(id);
        }
        return root.resolve(id);
    }

    private <T extends Loaded> T get(Loadable<T> wanted, Class<T> type) throws IOException {
        if (reloadWanted) {
            reloadWanted = false;
            close();
        }
        try {
            Loaded known = warm.get(wanted.id());
            if (type.isInstance(known) && known.digest().equals(wanted.digest())) {
                metrics.modelHit();
                return type.cast(known);
            }
            if (known != null) {
                warm.remove(wanted.id()).close();
            }
            metrics.modelMissed();
            return metrics.time(Phase.LOAD, () -> loadMeasured(wanted));
        } finally {
            warmth = new Warmth(List.copyOf(warm.keySet()), warmBytes());
        }
    }

    private <T extends Loaded> T loadMeasured(Loadable<T> wanted) throws IOException {
        long start = System.nanoTime();
        loadingSince = start;
        try {
            return load(wanted);
        } finally {
            // In this order: who asks in between hears too much, never too little.
            loadedNanos += System.nanoTime() - start;
            loadingSince = null;
        }
    }

    private <T extends Loaded> T load(Loadable<T> wanted) throws IOException {
        String id = wanted.id();
        makeRoomFor(measured.getOrDefault(id, LARGEST_GROWTH * wanted.fileBytes()));
        long start = System.nanoTime();
        T model = wanted.load(device);
        measured.put(id, model.bytes());
        makeRoomFor(model.bytes());
        warm.put(id, model);
        LOG.info(
                "model loaded id={} megabytes={} milliseconds={}",
                id,
                model.bytes() >> 20,
                (System.nanoTime() - start) / 1_000_000);
        return model;
    }

    private void makeRoomFor(long bytes) {
        Iterator<Map.Entry<String, Loaded>> leastRecentFirst = warm.entrySet().iterator();
        while (warmBytes() > memoryBytes - bytes && leastRecentFirst.hasNext()) {
            Map.Entry<String, Loaded> leaving = leastRecentFirst.next();
            LOG.info("model put away id={}", leaving.getKey());
            leastRecentFirst.remove();
            leaving.getValue().close();
        }
    }

    private long warmBytes() {
        return warm.values().stream().mapToLong(Loaded::bytes).sum();
    }

    private static boolean isModel(Path folder) {
        return holds(folder, ModelManifest.FILE_NAME);
    }

    private static boolean holds(Path folder, String manifest) {
        return !folder.endsWith(LoraFolder.NAME) && Files.isRegularFile(folder.resolve(manifest));
    }
}
