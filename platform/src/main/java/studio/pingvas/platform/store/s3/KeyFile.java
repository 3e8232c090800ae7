package studio.pingvas.platform.store.s3;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The access key in a file. What is wrong with it is said without what stands in it. */
record KeyFile(Path file) implements AwsCredentialsProvider {
    @Override
    public AwsCredentials resolveCredentials() {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw SdkClientException.create("The key file " + file + " cannot be read.", e);
        }
        return AwsBasicCredentials.create(
                value(properties, "access-key"), value(properties, "secret-key"));
    }

    private String value(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw SdkClientException.create("The key file " + file + " has no " + name + ".");
        }
        return value.strip();
    }
}
