package studio.pingvas.worker.reference;

import java.nio.FloatBuffer;
import java.util.Arrays;
import studio.pingvas.worker.tensor.LanczosTable;

/** Resamples one side at a time, as {@link LanczosTable} says. */
final class Lanczos {
    private Lanczos() {}

    /** Rows of {@code table.from()} floats to rows of {@code table.to()} floats. */
    static float[] resampleRows(FloatBuffer in, LanczosTable table) {
        int rows = in.limit() / table.from();
        float[] line = new float[table.from()];
        float[] out = new float[Math.multiplyExact(rows, table.to())];
        for (int row = 0; row < rows; row++) {
            in.get(row * table.from(), line);
            for (int x = 0; x < table.to(); x++) {
                float sum = 0;
                for (int tap = 0; tap < table.taps(); tap++) {
                    float weight = table.weights()[tap * table.to() + x];
                    sum = Math.fma(weight, line[inside(table, table.first()[x] + tap)], sum);
                }
                out[row * table.to() + x] = sum;
            }
        }
        return out;
    }

    /** Planes of {@code table.from()} rows to planes of {@code table.to()} rows. */
    static void resampleColumns(float[] in, LanczosTable table, int width, FloatBuffer out) {
        int planes = in.length / (table.from() * width);
        float[] line = new float[width];
        for (int row = 0; row < planes * table.to(); row++) {
            int plane = row / table.to();
            int y = row % table.to();
            Arrays.fill(line, 0);
            for (int tap = 0; tap < table.taps(); tap++) {
                int source = inside(table, table.first()[y] + tap);
                int begin = (plane * table.from() + source) * width;
                float weight = table.weights()[tap * table.to() + y];
                for (int x = 0; x < width; x++) {
                    line[x] = Math.fma(weight, in[begin + x], line[x]);
                }
            }
            out.put(row * width, line);
        }
    }

    private static int inside(LanczosTable table, int position) {
        return Math.min(Math.max(position, 0), table.from() - 1);
    }
}
