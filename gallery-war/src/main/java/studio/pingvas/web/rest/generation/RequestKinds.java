package studio.pingvas.web.rest.generation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import studio.pingvas.contracts.generation.GenerationRequest;
import studio.pingvas.contracts.generation.ImageToImage;
import studio.pingvas.contracts.generation.Inpaint;
import studio.pingvas.contracts.generation.TextToImage;
import studio.pingvas.contracts.generation.Upscale;
import studio.pingvas.contracts.generation.Workflow;
import studio.pingvas.contracts.generation.message.GenerateImage;

/** How JSON says what kind of request it is: by {@code kind}, where the route does not tell. */
final class RequestKinds {
    private static final List<Class<? extends GenerationRequest>> TYPES =
            List.of(
                    TextToImage.class,
                    ImageToImage.class,
                    Inpaint.class,
                    Upscale.class,
                    Workflow.class);

    private RequestKinds() {}

    static JsonMapper addTo(JsonMapper mapper) {
        mapper.addMixIn(GenerationRequest.class, ByKind.class);
        for (Class<?> type : TYPES) {
            mapper.addMixIn(type, ByRoute.class);
        }
        return mapper;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TextToImage.class, name = GenerateImage.TEXT_TO_IMAGE),
        @JsonSubTypes.Type(value = ImageToImage.class, name = GenerateImage.IMAGE_TO_IMAGE),
        @JsonSubTypes.Type(value = Inpaint.class, name = GenerateImage.INPAINT),
        @JsonSubTypes.Type(value = Upscale.class, name = GenerateImage.UPSCALE),
        @JsonSubTypes.Type(value = Workflow.class, name = Workflow.KIND)
    })
    private interface ByKind {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    private interface ByRoute {}
}
