package studio.pingvas.system.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The modules that the root POM names, and what was compiled in them. */
final class Modules {
    static final String ROOT = "studio.pingvas";

    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Modules() {}

    /** Modules that hold code of the product. */
    static List<String> withSources() {
        try {
            return MODULE.matcher(Files.readString(CHECKOUT.resolve("pom.xml")))
                    .results()
                    .map(element -> element.group(1))
                    .filter(
                            module ->
                                    Files.isDirectory(CHECKOUT.resolve(module + "/src/main/java")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JavaClasses classes() {
        return new ClassFileImporter()
                .importPaths(withSources().stream().map(Modules::compiled).toList());
    }

    static JavaClasses classesOf(String module) {
        return new ClassFileImporter().importPath(compiled(module));
    }

    static Path compiled(String module) {
        return CHECKOUT.resolve(module + "/target/classes");
    }
}
