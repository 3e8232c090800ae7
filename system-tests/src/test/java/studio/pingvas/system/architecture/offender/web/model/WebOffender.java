package studio.pingvas.system.architecture.offender.web.model;

import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.Path;

/** A resource outside the web module. */
@Path("models")
public class WebOffender {
    ServletRequest request;
}
