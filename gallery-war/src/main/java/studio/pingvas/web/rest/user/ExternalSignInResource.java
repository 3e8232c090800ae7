package studio.pingvas.web.rest.user;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.NotFoundException;
import studio.pingvas.contracts.user.ExternalSignIn;
import studio.pingvas.contracts.user.ExternalSignIn.Arrival;
import studio.pingvas.contracts.user.ExternalSignIn.Callback;
import studio.pingvas.contracts.user.ExternalSignIn.Departure;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.web.security.BrowserCookie;
import studio.pingvas.web.security.Caller;
import studio.pingvas.web.security.ClientDevice;
import studio.pingvas.web.security.PageSession;

/**
 * A browser's way to another provider and back. It answers with redirects, also where something
 * fails: a page says what. Who comes back is in a session; no address ever holds a token.
 */
@Path("auth/{provider:google|discord|[0-9a-f]+-[0-9a-f-]+}")
@PermitAll
public class ExternalSignInResource {
    private static final String LOGIN = "/login.xhtml";
    private static final String ACCOUNT = "/app/account/security.xhtml";

    @EJB ExternalSignIn signIn;
    @Inject BrowserCookie cookie;
    @Inject Caller caller;
    @Inject ClientDevice device;
    @Context HttpServletRequest request;
    @Context HttpServletResponse response;

    @GET
    @APIResponse(responseCode = "303", description = "To the provider.")
    public Response depart(
            @PathParam("provider") String provider, @QueryParam("return_path") String returnPath) {
        try {
            Departure departure = signIn.depart(provider, returnPath, null);
            cookie.set(response, departure.browserSecret());
            return to(departure.authorizationUrl());
        } catch (NotFoundException unknown) {
            throw unknown;
        } catch (BusinessException refusal) {
            return toPageThatTells(refusal);
        }
    }

    @GET
    @Path("callback")
    @APIResponse(responseCode = "303", description = "To a page, signed in or with a problem.")
    public Response arrive(
            @PathParam("provider") String provider,
            @QueryParam("state") String state,
            @QueryParam("code") String code,
            @QueryParam("iss") String issuer,
            @QueryParam("error") String error) {
        Callback callback =
                new Callback(
                        state,
                        code,
                        issuer,
                        error,
                        cookie.value(),
                        caller.ifSignedIn().map(Identity::userId).orElse(null));
        try {
            Arrival arrival = signIn.arrive(provider, callback, device.of(request));
            if (arrival.identity() != null) {
                PageSession.open(request, arrival.identity());
            }
            cookie.remove(response);
            return to(request.getContextPath() + arrival.returnPath());
        } catch (NotFoundException unknown) {
            throw unknown;
        } catch (BusinessException refusal) {
            return toPageThatTells(refusal);
        }
    }

    private Response toPageThatTells(BusinessException refusal) {
        String page = caller.ifSignedIn().isPresent() ? ACCOUNT : LOGIN;
        cookie.remove(response);
        return to(request.getContextPath() + page + "?problem=" + refusal.code());
    }

    private static Response to(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
