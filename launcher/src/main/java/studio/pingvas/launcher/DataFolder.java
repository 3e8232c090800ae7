package studio.pingvas.launcher;

import java.nio.file.Path;

/** Everything that one platform keeps; its owner alone can read it. */
record DataFolder(Path root) {
    DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    Path state() {
        return root.resolve("studio.json");
    }

    Path accounts() {
        return root.resolve("accounts.json");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path objects() {
        return root.resolve("objects");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    Path broker() {
        return root.resolve("broker");
    }

    Path payara() {
        return root.resolve("payara");
    }

    Path worker(int number) {
        return root.resolve("worker-" + number);
    }

    Path lemonSqueezy() {
        return root.resolve("lemon-squeezy");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }
}
