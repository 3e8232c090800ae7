package studio.pingvas.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import studio.pingvas.web.problem.Problem;
import studio.pingvas.web.problem.ProblemCode;

/** No request body is read beyond 1 MiB, whether or not the client announced its length. */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {
    static final int MAX_BYTES = 1024 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            request.abortWith(
                    tooLarge().at(request.getUriInfo().getRequestUri().getPath()).toResponse());
        } else if (request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), MAX_BYTES));
        }
    }

    static Problem tooLarge() {
        return Problem.of(ProblemCode.BODY_TOO_LARGE, "A body may have at most 1 MiB.");
    }

    /** An IOException, because JSON readers pass those on and wrap all others. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    static final class LimitedStream extends FilterInputStream {
        private long left;

        LimitedStream(InputStream source, long limit) {
            super(source);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long bytes) throws BodyTooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new BodyTooLargeException();
            }
        }
    }
}
