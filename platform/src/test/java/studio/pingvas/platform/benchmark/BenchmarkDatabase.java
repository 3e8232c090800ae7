package studio.pingvas.platform.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The empty database that {@code ./studio bench} has started, with the settings of production: a
 * commit is on disk when it returns.
 */
public final class BenchmarkDatabase {
    private final String url;
    private final Path secrets;
    private final ProcessHandle server;

    private BenchmarkDatabase(String url, Path secrets, ProcessHandle server) {
        this.url = url;
        this.secrets = secrets;
        this.server = server;
    }

    public static BenchmarkDatabase started() {
        return new BenchmarkDatabase(
                environment("STUDIO_BENCH_DATABASE"),
                Path.of(environment("STUDIO_BENCH_SECRETS")),
                ProcessHandle.of(Long.parseLong(environment("STUDIO_BENCH_SERVER"))).orElseThrow());
    }

    public DataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        try {
            source.setPassword(Files.readString(secrets.resolve("database-" + role)).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return source;
    }

    /** What the processes of the server have used that are alive now. */
    public Duration cpu() {
        return Stream.concat(Stream.of(server), server.descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run this by ./studio bench");
        }
        return value;
    }
}
