package studio.pingvas.payment.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** The part of the API that we use; each answer is a whole JSON:API document. */
@Consumes(JsonApiBody.TYPE)
@Produces(JsonApiBody.TYPE)
public interface LemonSqueezyApi {
    @GET
    @Path("{type}/{id}")
    JsonNode find(@PathParam("type") String type, @PathParam("id") String id);

    @GET
    @Path("{type}")
    JsonNode page(
            @PathParam("type") String type,
            @QueryParam("filter[store_id]") long storeId,
            @QueryParam("page[number]") int number,
            @QueryParam("page[size]") int size);

    @POST
    @Path("checkouts")
    JsonNode create(JsonNode checkout);

    @PATCH
    @Path("subscriptions/{id}")
    JsonNode change(@PathParam("id") String subscriptionId, JsonNode subscription);

    @DELETE
    @Path("subscriptions/{id}")
    JsonNode cancel(@PathParam("id") String subscriptionId);
}
