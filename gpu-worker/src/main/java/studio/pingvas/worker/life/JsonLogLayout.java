package studio.pingvas.worker.life;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.pingvas.platform.json.Json;

/** One JSON object a line, for machines that collect logs. Named in {@code logback.xml}. */
public final class JsonLogLayout extends LayoutBase<ILoggingEvent> {
    private String worker;

    public void setWorker(String worker) {
        this.worker = worker;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        Map<String, String> line = new LinkedHashMap<>();
        Instant time = event.getInstant().truncatedTo(ChronoUnit.MICROS);
        line.put("time", time.toString());
        line.put("level", event.getLevel().toString());
        line.put("logger", event.getLoggerName());
        line.put("thread", event.getThreadName());
        line.put("message", event.getFormattedMessage());
        line.put("worker", worker);
        // The job and its trace.
        line.putAll(event.getMDCPropertyMap());
        if (event.getThrowableProxy() != null) {
            line.put("thrown", ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return Json.write(line) + "\n";
    }
}
