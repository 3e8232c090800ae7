package studio.pingvas.worker.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import studio.pingvas.contracts.generation.message.Attempt;
import studio.pingvas.contracts.generation.message.Destinations;
import studio.pingvas.contracts.generation.message.GenerateImage;
import studio.pingvas.contracts.generation.message.GenerationFailed;
import studio.pingvas.contracts.generation.message.GenerationFinished;
import studio.pingvas.contracts.generation.message.GenerationPostponed;
import studio.pingvas.contracts.generation.message.GenerationStarted;
import studio.pingvas.worker.fault.PermanentFaultException;
import studio.pingvas.worker.job.CompletedJob;
import studio.pingvas.worker.job.GenerationCancelledException;
import studio.pingvas.worker.job.ImageJobs;
import studio.pingvas.worker.job.StepReport;
import studio.pingvas.worker.life.Vitals;
import studio.pingvas.worker.metrics.Outcome;
import studio.pingvas.worker.store.StoreDownException;
import studio.pingvas.worker.tensor.DeviceLostException;

/**
 * One request from delivery to acknowledgement. The result and the acknowledgement are one
 * transaction; that the job has begun is said outside of it.
 */
final class RequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final String DELIVERY_COUNT = "JMSXDeliveryCount";

    private final Vitals vitals;
    private final ImageJobs jobs;
    private final Consumer<StepReport> reports;
    private final Session transacted;
    private final Duration retryPause;
    private final MessageProducer results;
    private final StartReports starts;

    RequestHandler(
            Vitals vitals,
            ImageJobs jobs,
            Consumer<StepReport> reports,
            Session transacted,
            StartReports starts,
            Duration retryPause)
            throws JMSException {
        this.retryPause = retryPause;
        this.vitals = vitals;
        this.jobs = jobs;
        this.reports =
                report -> {
                    vitals.job().stepDone(report.step(), report.totalSteps());
                    vitals.metrics().stepDone();
                    reports.accept(report);
                };
        this.transacted = transacted;
        this.results = transacted.createProducer(transacted.createQueue(Destinations.RESULTS));
        this.starts = starts;
    }

    /**
     * What is given back is delivered again, and after the last time becomes a dead letter, which
     * the server turns into a failure.
     *
     * @throws JMSException if the broker was lost; what was not committed is delivered again
     * @throws DeviceLostException if this process can do no job any more
     */
    void handle(Message message) throws JMSException {
        try {
            GenerateImage request = read(message);
            Attempt attempt =
                    new Attempt(request.dispatch(), message.getIntProperty(DELIVERY_COUNT));
            MDC.put("job", request.jobId().toString());
            MDC.put("trace", request.traceId());
            LOG.info("job taken attempt={}-{}", attempt.dispatch(), attempt.delivery());
            vitals.job().begin(request.jobId(), attempt);
            starts.begin(started(request, attempt));
            Outcome outcome = work(request, attempt);
            transacted.commit();
            vitals.metrics().jobEnded(outcome);
        } catch (JMSException e) {
            vitals.metrics().jobEnded(Outcome.GIVEN_BACK);
            throw e;
        } catch (UnreadableMessageException e) {
            LOG.error("request given back: {}", e.getMessage());
            giveBack();
        } catch (DeviceLostException e) {
            starts.tell();
            giveBack();
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.error("request given back", e);
            starts.tell();
            // What went wrong by an accident goes wrong at once again more often than later.
            pause();
            giveBack();
        } finally {
            vitals.job().end();
            MDC.remove("job");
            MDC.remove("trace");
        }
    }

    private void pause() {
        try {
            Thread.sleep(retryPause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveBack() throws JMSException {
        vitals.metrics().jobEnded(Outcome.GIVEN_BACK);
        transacted.rollback();
    }

    private Outcome work(GenerateImage request, Attempt attempt) throws JMSException, IOException {
        try {
            CompletedJob completed = jobs.run(request, attempt, reports);
            starts.forget();
            result(request.jobId(), finished(request, attempt, completed));
            LOG.info("job done seconds={}", completed.seconds());
            return Outcome.FINISHED;
        } catch (GenerationCancelledException e) {
            starts.forget();
            LOG.info("job cancelled");
            return Outcome.CANCELLED;
        } catch (StoreDownException e) {
            LOG.warn("job postponed: {}", e.getMessage());
            starts.tell();
            result(request.jobId(), postponed(request, attempt));
            return Outcome.GIVEN_BACK;
        } catch (PermanentFaultException e) {
            LOG.warn("job failed code={}: {}", e.code(), e.getMessage(), e.getCause());
            starts.tell();
            result(request.jobId(), failed(request, attempt, e));
            return Outcome.FAILED;
        }
    }

    private static GenerateImage read(Message message) throws JMSException {
        GenerateImage request = MessageText.read(message, GenerateImage.class);
        if (request.version() != GenerateImage.VERSION
                && request.version() != GenerateImage.CHAIN_VERSION) {
            throw new UnreadableMessageException("GenerateImage " + request.version());
        }
        if (request.jobId() == null || request.userId() == null) {
            throw new UnreadableMessageException("GenerateImage of no job or no user.");
        }
        return request;
    }

    private GenerationStarted started(GenerateImage request, Attempt attempt) {
        return new GenerationStarted(
                GenerationStarted.VERSION,
                request.jobId(),
                attempt,
                vitals.worker(),
                vitals.device());
    }

    private void result(UUID jobId, Record body) throws JMSException {
        results.send(MessageText.write(transacted, jobId, body));
    }

    private GenerationFinished finished(
            GenerateImage request, Attempt attempt, CompletedJob completed) {
        return new GenerationFinished(
                GenerationFinished.VERSION,
                request.jobId(),
                attempt,
                vitals.worker(),
                vitals.device(),
                completed.seconds(),
                completed.images());
    }

    private GenerationFailed failed(
            GenerateImage request, Attempt attempt, PermanentFaultException fault) {
        return new GenerationFailed(
                GenerationFailed.VERSION,
                request.jobId(),
                attempt,
                vitals.worker(),
                fault.code(),
                fault.getMessage());
    }

    private GenerationPostponed postponed(GenerateImage request, Attempt attempt) {
        return new GenerationPostponed(
                GenerationPostponed.VERSION,
                request.jobId(),
                attempt,
                vitals.worker(),
                GenerationPostponed.STORE_DOWN);
    }
}
