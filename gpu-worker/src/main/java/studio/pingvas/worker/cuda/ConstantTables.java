package studio.pingvas.worker.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import studio.pingvas.worker.tensor.LanczosTable;
import studio.pingvas.worker.tensor.LatentProjection;

/** Small tables that kernels read, on the GPU since they were first needed; few, used last stay. */
final class ConstantTables implements AutoCloseable {
    private static final int MOST = 16;

    private final DeviceSpace space;
    private final HostStaging staging;
    private final Map<Object, Kept> tables = new LinkedHashMap<>(MOST, 0.75f, true);

    private record Sides(int from, int to) {}

    private record Kept(DeviceSpace.Block block, int taps) {}

    private record Content(byte[] bytes, int taps) {}

    /** A table of Lanczos on the GPU: its first taps, and behind them its weights. */
    record Taps(int from, int to, int count, long firstAddress) {
        long weightsAddress() {
            return firstAddress + (long) to * Integer.BYTES;
        }
    }

    ConstantTables(DeviceSpace space, HostStaging staging) {
        this.space = space;
        this.staging = staging;
    }

    Taps lanczos(int from, int to) {
        Kept kept = keep(new Sides(from, to), () -> contentOf(LanczosTable.of(from, to)));
        return new Taps(from, to, kept.taps(), kept.block().address());
    }

    /** Its address. */
    long projection(LatentProjection projection) {
        return keep(projection, () -> contentOf(projection)).block().address();
    }

    @Override
    public void close() {
        tables.values().forEach(kept -> kept.block().close());
        tables.clear();
    }

    private Kept keep(Object key, Supplier<Content> content) {
        Kept known = tables.get(key);
        if (known != null) {
            return known;
        }
        Content fresh = content.get();
        Kept made = new Kept(upload(fresh.bytes()), fresh.taps());
        tables.put(key, made);
        if (tables.size() > MOST) {
            removeOldest();
        }
        return made;
    }

    private DeviceSpace.Block upload(byte[] content) {
        DeviceSpace.Block block = space.allocate(content.length);
        try {
            staging.upload(content, block.address(), RawHandles.stream(space.stream()));
            return block;
        } catch (RuntimeException e) {
            block.close();
            throw e;
        }
    }

    private void removeOldest() {
        Iterator<Kept> oldestFirst = tables.values().iterator();
        oldestFirst.next().block().close();
        oldestFirst.remove();
    }

    private static Content contentOf(LanczosTable table) {
        int numbers = table.first().length + table.weights().length;
        ByteBuffer bytes = buffer(numbers);
        bytes.asIntBuffer().put(table.first());
        bytes.position(table.first().length * Integer.BYTES);
        bytes.asFloatBuffer().put(table.weights());
        return new Content(bytes.array(), table.taps());
    }

    private static Content contentOf(LatentProjection projection) {
        ByteBuffer bytes = buffer(projection.channels() * 3);
        projection.weights().forEach(rgb -> rgb.forEach(w -> bytes.putFloat(w.floatValue())));
        return new Content(bytes.array(), 0);
    }

    private static ByteBuffer buffer(int numbers) {
        return ByteBuffer.allocate(numbers * Float.BYTES).order(ByteOrder.nativeOrder());
    }
}
