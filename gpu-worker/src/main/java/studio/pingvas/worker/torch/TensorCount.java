package studio.pingvas.worker.torch;

import studio.pingvas.worker.tensor.MemoryUse;

/** Counts what scopes own. One thread makes tensors, any thread may look. */
final class TensorCount {
    private int tensors;
    private long bytes;
    private long peakBytes;

    synchronized void made(long tensorBytes) {
        tensors++;
        bytes += tensorBytes;
        peakBytes = Math.max(peakBytes, bytes);
    }

    synchronized void freed(long tensorBytes) {
        tensors--;
        bytes -= tensorBytes;
    }

    synchronized MemoryUse use(long freeBytes, long totalBytes) {
        return new MemoryUse(tensors, bytes, peakBytes, freeBytes, totalBytes);
    }
}
