package studio.pingvas.worker.weights;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import studio.pingvas.worker.tensor.Shape;

/** Makes safetensors files for tests. */
public final class SafetensorsWriter {
    private static final int HALF_OF_BF16 = 16;

    private final ObjectNode header = JsonNodeFactory.instance.objectNode();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    /** A LoRA of small random numbers, all layers with the same seed. */
    public SafetensorsWriter kohya(String layer, int rank, float alpha, Shape weight) {
        floats(layer + ".alpha", Shape.of(), alpha);
        return pair(layer, ".lora_down.weight", ".lora_up.weight", rank, weight);
    }

    public SafetensorsWriter peft(String layer, int rank, Shape weight) {
        return pair(layer, ".lora_A.weight", ".lora_B.weight", rank, weight);
    }

    /** Up and down for a weight, of small random numbers. */
    public SafetensorsWriter pair(String layer, String down, String up, int rank, Shape weight) {
        boolean convolution = weight.rank() == 4;
        Shape upShape =
                convolution
                        ? Shape.of(weight.dimension(0), rank, 1, 1)
                        : Shape.of(weight.dimension(0), rank);
        floats(layer + down, weight.withBatch(rank), random(weight.withBatch(rank), 1));
        return floats(layer + up, upShape, random(upShape, 2));
    }

    public SafetensorsWriter floats(String name, Shape shape, float... values) {
        ByteBuffer bytes = buffer(4 * values.length);
        bytes.asFloatBuffer().put(values);
        return tensor(name, "F32", shape, bytes.array());
    }

    public SafetensorsWriter bfloats(String name, Shape shape, float... values) {
        ByteBuffer bytes = buffer(2 * values.length);
        for (float value : values) {
            bytes.putShort((short) (Float.floatToRawIntBits(value) >>> HALF_OF_BF16));
        }
        return tensor(name, "BF16", shape, bytes.array());
    }

    public SafetensorsWriter halves(String name, Shape shape, short... bits) {
        ByteBuffer bytes = buffer(2 * bits.length);
        bytes.asShortBuffer().put(bits);
        return tensor(name, "F16", shape, bytes.array());
    }

    /** Bytes that may or may not be what the header then says. */
    public SafetensorsWriter tensor(String name, String type, Shape shape, byte[] bytes) {
        ObjectNode entry = header.putObject(name);
        entry.put("dtype", type);
        ArrayNode sizes = entry.putArray("shape");
        shape.dimensions().forEach(sizes::add);
        entry.putArray("data_offsets").add(data.size()).add(data.size() + bytes.length);
        data.writeBytes(bytes);
        return this;
    }

    public SafetensorsWriter metadata(String key, String value) {
        header.withObject("/__metadata__").put(key, value);
        return this;
    }

    public byte[] bytes() {
        return bytes(header.toString(), data.toByteArray());
    }

    /** A file with any header. */
    static byte[] bytes(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return buffer(8 + json.length + data.length)
                .putLong(json.length)
                .put(json)
                .put(data)
                .array();
    }

    public Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes());
    }

    /** Where {@link LoraFolder} finds it. */
    public Path install(Path modelsRoot, String id) throws IOException {
        return write(modelsRoot.resolve(LoraFolder.NAME).resolve(id + ".safetensors"));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static float[] random(Shape shape, long seed) {
        Random random = new Random(seed);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * 0.1f;
        }
        return values;
    }
}
