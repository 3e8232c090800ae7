package studio.pingvas.platform.store.s3;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** How we speak S3: what every store understands, and never for an unlimited time. */
final class S3Clients {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration TRY_LIMIT = Duration.ofSeconds(10);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(25);
    // One more than the connections that the JDK keeps for a server: all of them may be stale.
    private static final int TRIES = 6;

    private S3Clients() {}

    static S3Client client(S3Settings settings) {
        return S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .credentialsProvider(new KeyFile(settings.keyFile()))
                // The newer checksums are unknown to many stores; deleting many objects at once
                // needs one, and all know MD5 there.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(true)
                .addPlugin(LegacyMd5Plugin.create())
                .httpClient(
                        UrlConnectionHttpClient.builder()
                                .connectionTimeout(CONNECT_LIMIT)
                                .socketTimeout(TRY_LIMIT)
                                .build())
                .overrideConfiguration(
                        call ->
                                call.addExecutionInterceptor(new WithoutExpect())
                                        .apiCallAttemptTimeout(TRY_LIMIT)
                                        .apiCallTimeout(CALL_LIMIT)
                                        .retryStrategy(
                                                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                                        .maxAttempts(TRIES)
                                                        .build()))
                .build();
    }

    static S3Presigner presigner(S3Settings settings) {
        return S3Presigner.builder()
                .endpointOverride(settings.publicEndpoint())
                .region(Region.of(settings.region()))
                .credentialsProvider(new KeyFile(settings.keyFile()))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    /**
     * The library would ask before each body whether it may come; on a kept connection that the
     * server has closed meanwhile, this fails without another try.
     */
    private static final class WithoutExpect implements ExecutionInterceptor {
        @Override
        public SdkHttpRequest modifyHttpRequest(
                Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            return context.httpRequest().toBuilder().removeHeader("Expect").build();
        }
    }
}
