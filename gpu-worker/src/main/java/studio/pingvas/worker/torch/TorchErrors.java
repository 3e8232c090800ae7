package studio.pingvas.worker.torch;

import java.util.List;
import java.util.Objects;
import studio.pingvas.worker.tensor.DeviceLostException;
import studio.pingvas.worker.tensor.DeviceMemoryException;
import studio.pingvas.worker.tensor.NetworkException;

/** libtorch throws bare RuntimeExceptions; only their text tells them apart. */
final class TorchErrors {
    private static final List<String> LACK_OF_MEMORY =
            List.of("can't allocate memory", "out of memory", "_STATUS_ALLOC_FAILED");

    private TorchErrors() {}

    /** Neither a lack of memory nor a GPU that fails is a fault of the model. */
    static RuntimeException translate(String what, RuntimeException thrown) {
        String text = Objects.requireNonNullElse(thrown.getMessage(), "");
        if (LACK_OF_MEMORY.stream().anyMatch(text::contains)) {
            return new DeviceMemoryException(what + ": out of memory", thrown);
        }
        if (text.contains("CUDA error:")) {
            return new DeviceLostException(what + ": " + causeIn(text), thrown);
        }
        return new NetworkException(what + ": " + causeIn(text), thrown);
    }

    /**
     * The interpreter puts the cause on the last line, under a traceback of the exporter's files;
     * everything else has it on the first, above native frames.
     */
    private static String causeIn(String text) {
        String message = text.split("Exception raised from", 2)[0];
        List<String> lines = message.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return "no reason given";
        }
        boolean interpreter = lines.get(0).contains("TorchScript interpreter");
        return (interpreter ? lines.get(lines.size() - 1) : lines.get(0)).strip();
    }
}
