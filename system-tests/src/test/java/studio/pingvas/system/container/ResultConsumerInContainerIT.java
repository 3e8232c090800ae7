package studio.pingvas.system.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.pingvas.contracts.gallery.ImageCatalog;
import studio.pingvas.contracts.gallery.ImageView;
import studio.pingvas.contracts.generation.GenerationJobs;
import studio.pingvas.contracts.generation.JobEventView;
import studio.pingvas.contracts.generation.JobEvents;
import studio.pingvas.contracts.generation.JobView;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.UploadedPictures;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.contracts.payment.CreditLedger;
import studio.pingvas.platform.json.Json;

class ResultConsumerInContainerIT extends InContainerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @EJB(lookup = "java:comp/env/GenerationJobs")
    GenerationJobs jobs;

    @EJB(lookup = "java:comp/env/JobEvents")
    JobEvents events;

    @EJB(lookup = "java:comp/env/ImageCatalog")
    ImageCatalog images;

    @EJB(lookup = "java:comp/env/CreditLedger")
    CreditLedger ledger;

    @Resource(lookup = "jms/studio")
    ConnectionFactory connections;

    private final UUID user = UUID.randomUUID();

    @Test
    void jobGoesThroughBrokerAndWorkerAndComesBack() throws InterruptedException {
        JobView completed = completed();

        assertThat(completed.status()).isEqualTo(JobView.Status.COMPLETED);
        assertThat(completed.attempt()).isEqualTo(1);
        List<ImageView> pictures = images.ofJob(user, completed.jobId());
        assertThat(pictures).extracting(ImageView::id).isEqualTo(completed.imageIds());
        assertThat(ledger.balance(user).held()).isZero();
        assertThat(events.after(user, 0, 10))
                .extracting(JobEventView::type)
                .containsExactly("queued", "started", "completed");
    }

    @Test
    void resultThatComesTooLateHasNoEffect() throws InterruptedException {
        JobView completed = completed();
        long seq = events.lastSeq(user);
        long balance = ledger.balance(user).balance();

        send(
                new GenerationStarted(
                        GenerationStarted.VERSION,
                        completed.jobId(),
                        new Attempt(9, 1),
                        "stranger",
                        "cpu"));
        send(
                new GenerationFailed(
                        GenerationFailed.VERSION,
                        completed.jobId(),
                        new Attempt(9, 1),
                        "stranger",
                        "time-limit",
                        "Too late."));
        // A whole job after them: the messages before it were consumed as well.
        completed(UUID.randomUUID());

        assertThat(jobs.get(user, completed.jobId())).isEqualTo(completed);
        assertThat(events.lastSeq(user)).isEqualTo(seq);
        assertThat(ledger.balance(user).balance()).isEqualTo(balance);
        assertThat(images.ofJob(user, completed.jobId())).hasSize(1);
    }

    @Test
    void resultThatMakesNoSenseIsPutAsideAndOthersGoOn() throws InterruptedException {
        String type = "Nonsense-" + UUID.randomUUID();
        send(type, "{");

        assertThat(completed().status()).isEqualTo(JobView.Status.COMPLETED);

        try (JMSContext context = connections.createContext()) {
            Message deadLetter =
                    context.createConsumer(
                                    context.createQueue(Destinations.DEAD_LETTERS),
                                    Destinations.TYPE + " = '" + type + "'")
                            .receive(PATIENCE.toMillis());
            assertThat(deadLetter).isNotNull();
        }
    }

    private void send(Record message) {
        send(message.getClass().getSimpleName(), Json.write(message));
    }

    private void send(String type, String text) {
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setProperty(Destinations.TYPE, type)
                    .send(context.createQueue(Destinations.RESULTS), text);
        }
    }

    private JobView completed() throws InterruptedException {
        return completed(user);
    }

    private JobView completed(UUID owner) throws InterruptedException {
        TextToImage request =
                new TextToImage(
                        "a red house", null, null, null, null, 2, null, null, 7L, null, null);
        UUID jobId = jobs.submit(owner, request, UploadedPictures.NONE, null, null).jobId();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!jobs.get(owner, jobId).status().isFinal() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        return jobs.get(owner, jobId);
    }
}
