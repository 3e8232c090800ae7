package studio.pingvas.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import studio.pingvas.platform.picture.PictureHeader;
import studio.pingvas.web.problem.Problem;
import studio.pingvas.web.problem.ProblemCode;

/**
 * No request body is read beyond its limit, whether or not the client announced its length: 1 MiB,
 * and 101 MiB where pictures may come with it.
 */
@Provider
public class BodyLimitFilter implements ContainerRequestFilter {
    static final int MAX_BYTES = 1024 * 1024;
    static final int MAX_UPLOAD_BYTES = PictureHeader.MAX_BYTES + MAX_BYTES;

    @Override
    public void filter(ContainerRequestContext request) {
        int limit = limitOf(request.getMediaType());
        if (request.getLength() > limit) {
            request.abortWith(
                    tooLarge(limit)
                            .at(request.getUriInfo().getRequestUri().getPath())
                            .toResponse());
        } else if (request.hasEntity()) {
            request.setEntityStream(new LimitedStream(request.getEntityStream(), limit));
        }
    }

    /** This runs when the resource is known, so nothing else than an upload gets past it. */
    private static int limitOf(MediaType type) {
        boolean upload = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
        return upload ? MAX_UPLOAD_BYTES : MAX_BYTES;
    }

    static Problem tooLarge(long limit) {
        return Problem.of(
                ProblemCode.BODY_TOO_LARGE,
                "A body may have at most " + limit / MAX_BYTES + " MiB here.");
    }

    /** An IOException, because JSON readers pass those on and wrap all others. */
    static final class BodyTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        private final long limit;

        BodyTooLargeException(long limit) {
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    static final class LimitedStream extends FilterInputStream {
        private final long limit;
        private long left;

        LimitedStream(InputStream source, long limit) {
            super(source);
            this.limit = limit;
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
                throw new BodyTooLargeException(limit);
            }
        }
    }
}
